/**
 * Gives the Trusted Types policy of one bundled module a name of our own. A host page's own copy
 * of Lit claims the name `lit-html`; where the page's policy lists names, a second claim throws
 * and the page stays blank (Trusted Types, "Create a Trusted Type Policy").
 *
 * Fails the build where it finds nothing, or more than one thing, to replace.
 *
 * @param {{ module: string, from: string, to: string }} options `module`: how the module's path ends.
 * @returns {import('rollup').Plugin}
 */
export function policyName({ module, from, to }) {
  const call = new RegExp(`(createPolicy\\(\\s*)(["'])${from}\\2`, 'g');
  let replaced = 0;
  return {
    name: 'policy-name',
    buildStart() {
      replaced = 0;
    },
    transform(code, id) {
      if (!id.replaceAll('\\', '/').endsWith(module)) return null;
      const renamed = code.replace(call, (_, start, quote) => {
        replaced += 1;
        return `${start}${quote}${to}${quote}`;
      });
      return { code: renamed, map: null };
    },
    generateBundle() {
      if (replaced !== 1) {
        this.error(`createPolicy('${from}') was found ${replaced} times in ${module}, not once.`);
      }
    },
  };
}
