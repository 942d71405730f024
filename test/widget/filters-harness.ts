import type { VielfaltElement } from '../../widget/src/element.js';
import { ok } from './assert.js';
import { all, Harness, text } from './harness.js';

/** Filters, alone or inside a directory. */
export class FiltersHarness<
  Shown extends VielfaltElement = VielfaltElement,
> extends Harness<Shown> {
  /** The groups that are offered. */
  groups(): string[] {
    return all(this.root, 'legend').map(text);
  }

  /** Comes near; on narrow pages opens the sheet. */
  async ready(): Promise<this> {
    this.element.dispatchEvent(new PointerEvent('pointerenter'));
    const toggle = this.find<HTMLButtonElement>('.toggle[aria-expanded]');
    if (toggle.checkVisibility() && toggle.ariaExpanded === 'false') toggle.click();
    await this.until(
      () =>
        this.groups().includes('Alter') && this.headings().every((each) => each.checkVisibility()),
      'there are no filters',
    );
    return this;
  }

  /** Whether what groups hold has come: its looks come with it. */
  get isEquipped(): boolean {
    return this.root.adoptedStyleSheets.length > 2;
  }

  headings(): HTMLElement[] {
    return all(this.root, 'legend');
  }

  #group(name: string): HTMLFieldSetElement {
    const found = all<HTMLFieldSetElement>(this.root, 'fieldset').find(
      (each) => text(each.querySelector('legend') ?? undefined) === name,
    );
    ok(found, `there is no group ${name}, only ${this.groups().join(', ')}`);
    return found;
  }

  /** The choices of a group with their counts: `Witten 9`. */
  choices(group: string): string[] {
    return [...this.#group(group).querySelectorAll('label')].map(text);
  }

  chosen(group: string): string[] {
    return [...this.#group(group).querySelectorAll('label')]
      .filter((label) => label.querySelector('input')?.checked)
      .map((label) => text(label.querySelector('.name') ?? undefined));
  }

  async open(group: string): Promise<void> {
    await this.ready();
    const button = this.#group(group).querySelector<HTMLButtonElement>('.heading');
    if (button?.getAttribute('aria-expanded') === 'false') button.click();
    await this.until(
      () => this.#group(group).querySelector('.body :is(input, select)') !== null,
      `${group} did not open`,
    );
  }

  /** Chooses a value, or takes it back. */
  async choose(group: string, name: string): Promise<void> {
    await this.open(group);
    const label = [...this.#group(group).querySelectorAll('label')].find(
      (each) => text(each.querySelector('.name') ?? undefined) === name,
    );
    ok(label, `there is no choice ${name}, only ${this.choices(group).join(', ')}`);
    label.click();
    await this.element.updateComplete;
  }
}
