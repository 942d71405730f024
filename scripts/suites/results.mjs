/** Collects what the suites report and prints it for people. */
export class Results {
  passed = 0;
  failed = 0;
  /** @type {{ name: string, reason: string }[]} */
  skips = [];

  /** @param {{ status: 'passed' | 'failed' | 'skipped', name: string, detail?: string }} result */
  add({ status, name, detail = '' }) {
    if (status === 'skipped') {
      this.skips.push({ name, reason: detail });
    } else if (status === 'passed') {
      this.passed += 1;
    } else {
      this.failed += 1;
      console.log(`\n✗ ${name}`);
      const lines = detail.trim().split('\n');
      const telling = lines.filter((line) => !/^\s+at .*node:internal/.test(line));
      if (detail) console.log(telling.join('\n').replaceAll(/^/gm, '    '));
    }
  }

  /** Prints every skip with its reason and, as the last line, the counts. */
  printSummary() {
    console.log('');
    for (const { name, reason } of this.skips) console.log(`skipped: ${name} (${reason})`);
    console.log(`${this.passed} passed, ${this.failed} failed, ${this.skips.length} skipped`);
  }
}
