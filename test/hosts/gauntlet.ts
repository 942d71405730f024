import { FeedBetween } from './feed-between.js';
import type { HostPage } from './pages.js';
import { servePage } from './served-page.js';
import { tellStory } from './story.js';
import type { Window } from './window.js';

/** How a visitor comes to pages. */
export interface Way {
  open: () => Promise<Window>;
  /** A script that pages have to begin with, where the browser itself tells too little. */
  witness?: string;
  /** How long something is waited for, in milliseconds. */
  patience?: number;
}

/** Has a page served and tells the story on it; rejects where it does not go well. */
export async function visit(page: HostPage, feedUrl: string, way: Way): Promise<void> {
  const { open, witness, ...rest } = way;
  const feed = await new FeedBetween(feedUrl).start();
  const served = await servePage(page, {
    feedUrl: feed.url,
    publicUrl: feedUrl,
    ...(witness && { witness }),
  });
  const window = await open();
  try {
    await tellStory({ window, page, address: served.url, feed, feedUrl, ...rest });
  } finally {
    await window.close();
    await served.close();
    await feed.close();
  }
}
