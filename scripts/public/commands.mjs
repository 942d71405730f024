import { Failure, runNode } from '../run.mjs';

/** What the command says of all its commands. */
async function overview() {
  const { code, output } = await runNode(['server/bin/vielfalt.js', '--help']);
  if (code !== 0) throw new Failure(output);
  return output;
}

/** The indented lines below a heading of a help text, without their indentation. */
function block(help, heading) {
  const [, lines = ''] = new RegExp(`^${heading}\\b.*\\n((?: +.*\\n)+)`, 'm').exec(help) ?? [];
  return lines.split('\n').flatMap((line) => line.trim() || []);
}

/** Each option of a help text, with what is said of it. */
function optionsOf(help) {
  const found = [];
  for (const line of help.split('\n')) {
    const [, option, text] = /^ +(--[a-z-]+(?: [A-Z]+)?)  +(\S.*)$/.exec(line) ?? [];
    if (option) found.push({ option, text, isOpen: true });
    else if (/^ {10,}\S/.test(line) && found.at(-1)?.isOpen) found.at(-1).text += ` ${line.trim()}`;
    else if (found.length > 0) found.at(-1).isOpen = false;
  }
  return found.map(({ option, text }) => ({ option, text }));
}

/** The commands of the service as their own help tells them, and what they tell the shell. */
export async function readCommands() {
  const help = await overview();
  const rows = (heading) => block(help, heading).map((line) => line.split(/ {2,}/));
  const commands = await Promise.all(
    rows('Commands').map(async ([name, purpose]) => {
      // Each command's file exports its help: one process less for each.
      const { help: own } = await import(`../../server/dist/command/${name}.js`);
      return {
        name,
        purpose,
        usages: block(own, 'Usage').map((line) => line.split(/ {2,}/)[0]),
        options: optionsOf(own),
      };
    }),
  );
  return { commands, exits: rows('Exit codes') };
}
