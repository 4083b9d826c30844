/** A world in which every page has something to show. */
import { correct } from '../../app/correct.ts';
import { closeNight } from '../../app/night/close.ts';
import { nightOf } from '../../app/night/window.ts';
import { addArticles, createReview } from '../../app/press-review/reviews.ts';
import { newsParts } from '../../app/saved-searches/parts.ts';
import { newFeed, saveSearch } from '../../app/saved-searches/saved.ts';
import { questionOf } from '../../web/search-url.ts';
import { openWorld, type World } from './world.ts';

export async function openFullWorld(publicUrl = ''): Promise<World> {
  const world = await openWorld(publicUrl);
  const { works, ids } = world;
  const { archive } = works;
  const id = (name: string) => ids.get(name) ?? '';
  const by = 'Lan';

  const market = await archive.articles.get(id('cho-1'));
  if (!market) throw new Error('the world has no article "cho-1"');
  const { article } = market;
  const again = {
    article: { ...article, headline: 'Phiên chợ thứ nhất của xã' },
    aliases: [`${article.url}`],
    pageId: null,
    fetchedAt: '2023-07-01T00:00:00.000Z',
    signature: [],
    conferenceKeys: [],
  };
  await archive.articles.put(again, '2023-07-01T00:00:00.000Z');
  await archive.articles.withdraw(id('cho-2'), '2023-07-01T00:00:00.000Z');

  const read = await archive.articles.get(id('so-ket'));
  const span = read?.article.quotes[0]?.spans[0];
  if (span) await correct(works, id('so-ket'), { kind: 'quote', span }, { speaker: 'Lê Mẫu' }, by);

  const day = '2023-05-26';
  const review = await createReview(works, 'daily', { from: day, to: day, issuedOn: day }, by);
  await addArticles(works, review.id, 0, [id('so-ket'), id('cho-2')], by);
  const parts = newsParts(works);
  const question = questionOf(new URL('http://localhost/?q=chợ&bao=baohatinh&tu=2023-06-01'));
  await newFeed(parts, (await saveSearch(parts, 'Chợ Hà Tĩnh', question, by)).id, by);

  const at = '2026-11-24T18:00:00.000Z';
  await archive.nights.begin('2026-11-25', 'baohatinh', at);
  await archive.nights.end('2026-11-25', 'baohatinh', at, {
    state: 'stopped',
    message: 'the program was stopped',
    outcomes: { article: 2 },
    requests: 7,
    stored: 2,
    repeated: 0,
    found: 2,
  });
  const night = nightOf('2026-11-25', { start: 30, end: 330 });
  await closeNight(archive, night, new Date('2026-11-24T23:00:00Z'), ['baohatinh', 'baonghean']);
  await archive.nights.deliver('2026-11-25', 'webhook', at, 'connect ECONNREFUSED');
  return world;
}
