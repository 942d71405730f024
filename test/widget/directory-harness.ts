import type { VielfaltDirectory } from '../../widget/src/directory/directory.js';
import { ok } from './assert.js';
import { FiltersHarness } from './filters-harness.js';
import { ListHarness } from './list-harness.js';
import { SearchBoxHarness } from './search-box-harness.js';

/** A whole directory: a list with a search box and filters. */
export class DirectoryHarness extends ListHarness<VielfaltDirectory> {
  readonly box: SearchBoxHarness<VielfaltDirectory>;
  readonly filters: FiltersHarness<VielfaltDirectory>;

  constructor(page: ParentNode) {
    const element = page.querySelector<VielfaltDirectory>('vielfalt-directory');
    ok(element, 'there is no directory');
    super(element);
    this.box = new SearchBoxHarness(element);
    this.filters = new FiltersHarness(element);
  }

  async search(words: string): Promise<this> {
    this.box.typeWords(words);
    this.box.submit();
    return this.results();
  }

  async choose(group: string, name: string): Promise<this> {
    await this.filters.choose(group, name);
    return this.results();
  }
}
