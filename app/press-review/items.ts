/** Articles of the archive as items of a press review: what they say, nothing judged. */
import type { StoredArticle } from '../../archive/port.ts';
import type { Quote, Speaker } from '../../core/article.ts';
import type { Item } from '../../press-review/review.ts';
import { wordsOf } from '../article/words.ts';

export interface ItemSource {
  readonly stored: StoredArticle;
  /** Articles that reprint it. */
  readonly reprints: readonly StoredArticle[];
  /** Printed name of a newspaper by its id. */
  readonly newspaperName: (id: string) => string;
}

const HEADLINE = 500;
const TEXT = 50_000;

const cut = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;

/** "Ông Nguyễn Văn A, Bí thư Huyện ủy X": as the article names the speaker, with a capital. */
function printed({ name, mention, honorific, rank, offices }: Speaker): string | null {
  const who = name ? [rank ?? honorific, name].filter(Boolean).join(' ') : mention;
  if (!who) return null;
  const titles = offices.map(({ title, former }) =>
    former && !/^(?:nguyên|cựu)\s/iu.test(title) ? `nguyên ${title}` : title,
  );
  const printed = [who, ...titles].join(', ');
  return cut(printed.charAt(0).toLocaleUpperCase('vi') + printed.slice(1), HEADLINE);
}

/** Words in quotation marks that somebody said. */
const quoted = ({ text, speaker, direct, marked }: Quote) =>
  direct && marked && speaker ? [{ words: cut(text, TEXT), speaker: printed(speaker) }] : [];

/** The first paragraph of the text where the article has no sapo. */
function summaryOf({ sapo, blocks }: StoredArticle['article']): string {
  return cut(sapo ?? blocks.find(({ type }) => type === 'paragraph')?.text ?? '', TEXT);
}

/** An item whose id is the article's. Its tone, field and remarks stay for a person to set. */
export function itemOf({ stored, reprints, newspaperName }: ItemSource): Item {
  const { article } = stored;
  const name = (id: string | null) => (id ? newspaperName(id) : '');
  return {
    id: article.id,
    article: article.id,
    headline: cut(article.headline?.trim() || '(không có tiêu đề)', HEADLINE),
    newspaper: name(article.newspaper),
    publishedOn: article.publishedAt?.slice(0, 10) ?? null,
    url: article.url,
    reprintedBy: [...new Set(reprints.map((one) => name(one.article.newspaper)))].filter(Boolean),
    summary: summaryOf(article),
    quotes: article.quotes.flatMap(quoted).slice(0, 100),
    remark: '',
    words: wordsOf(article),
    pictures: article.captions.filter(({ image }) => image !== null).length,
    revision: stored.revision,
    shown: null,
    field: null,
    tone: null,
    followUp: null,
  };
}
