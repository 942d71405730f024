import type { VielfaltElement } from '../../widget/src/element.js';
import { all, Harness } from './harness.js';

/** A search box, alone or inside a directory. */
export class SearchBoxHarness<
  Shown extends VielfaltElement = VielfaltElement,
> extends Harness<Shown> {
  get input(): HTMLInputElement {
    return this.find<HTMLInputElement>('input[type=search]');
  }

  get words(): string {
    return this.input.value;
  }

  /** Puts the focus there; a browser whose window is behind another would not tell. */
  reach(): void {
    this.input.focus();
    this.input.dispatchEvent(new FocusEvent('focus'));
  }

  typeWords(words: string): void {
    this.reach();
    this.input.value = words;
    this.input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  /** What pressing Enter does; true where the page stays. */
  submit(): boolean {
    const event = new SubmitEvent('submit', { bubbles: true, cancelable: true });
    return !this.find('form').dispatchEvent(event);
  }

  canClear(): boolean {
    return all(this.root, 'button.clear').length > 0;
  }

  clear(): void {
    this.find<HTMLButtonElement>('button.clear').click();
  }
}
