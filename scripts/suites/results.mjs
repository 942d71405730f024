/** Collects what the suites report and prints it for people. */
export class Results {
  passed = 0;
  failed = 0;
  /** @type {string[]} */
  #passedNames = [];
  /** @type {{ name: string, reason: string }[]} */
  skips = [];

  /** @param {{ status: 'passed' | 'failed' | 'skipped', name: string, detail?: string }} result */
  add({ status, name, detail = '' }) {
    if (status === 'skipped') {
      this.skips.push({ name, reason: detail });
    } else if (status === 'passed') {
      this.passed += 1;
      this.#passedNames.push(name);
    } else {
      this.failed += 1;
      console.log(`\n✗ ${name}`);
      const lines = detail.trim().split('\n');
      const telling = lines.filter((line) => !/^\s+at .*node:internal/.test(line));
      if (detail) console.log(telling.join('\n').replaceAll(/^/gm, '    '));
    }
  }

  /** Whether a test, or one of a group's, has passed elsewhere, such as in another Node. */
  #hasPassed(skipped) {
    return this.#passedNames.some((name) => `${name} › `.startsWith(`${skipped} › `));
  }

  /** Prints every skip with its reason and, as the last line, the counts. */
  printSummary() {
    console.log('');
    const skips = this.skips.filter(({ name }) => !this.#hasPassed(name));
    for (const { name, reason } of skips) console.log(`skipped: ${name} (${reason})`);
    console.log(`${this.passed} passed, ${this.failed} failed, ${skips.length} skipped`);
  }
}
