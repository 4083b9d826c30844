/** What no body of any CMS means as text: related lists, adverts, share bars, tags, menus, comments. */

import { letters } from '../page/text.ts';

/** Dropped from every container, besides what the layout drops. */
export const NOISE_SELECTORS: readonly string[] = [
  'nav',
  'aside.related',
  '.related-news',
  '.related-post',
  '.article-relate',
  '.news-relate',
  '.detail-related',
  '.box-related',
  '.tinlienquan',
  '.tin-lien-quan',
  'article.story',
  '.adsbygoogle',
  '.ads',
  '.advertisement',
  '.social-share',
  '.article__tag',
  '.tags-box',
  '.fb-comments',
  '.breadcrumb',
  '.breadcrumbs',
];

/** Headings of lists that follow an article: "Đọc thêm", "Tin liên quan:". Nothing else may stand in the line. */
const TAIL_HEADING =
  /^[»>•\s]*(?:đọc thêm|đọc tiếp|bài đọc tiếp|xem thêm|đọc nhiều|xem nhiều|tin mới|tin nổi bật|tin cùng chuyên mục|cùng chuyên mục|cùng chủ đề|(?:các\s+)?(?:tin|bài|bài viết|tin bài)(?:\s+bài)?\s+(?:liên quan|khác|mới nhất|cùng chuyên mục)|có thể bạn quan tâm|từ khóa|từ khoá|ý kiến bạn đọc|bình luận|mời (?:quý )?(?:độc giả|bạn đọc) xem thêm)\s*:?\s*$/iu;

export function isTailHeading(text: string): boolean {
  return text.length < 60 && TAIL_HEADING.test(text);
}

/** ">> Xem thêm: …" · "Đọc thêm: …" · "TIN LIÊN QUAN: …" in front of a link. */
const SEE_ALSO = /^(?:[»>]+\s*|(?:đọc|xem) thêm\s*:|(?:tin|bài)(?: bài)? liên quan\s*:)/iu;

/** "- …", "+ …": a list's item, which may name a document and link to it. */
const BULLET = /^[+•-]+\s*/u;

/** A line that is nothing but a link elsewhere. */
export function isLinkLine(text: string, linked: number): boolean {
  if (linked === 0) return false;
  const all = letters(text);
  if (SEE_ALSO.test(text)) return linked >= all * 0.5;
  const bullet = BULLET.exec(text)?.[0];
  return bullet !== undefined && linked >= all - letters(bullet) - 1;
}

/** Lines of the page's furniture that some templates print inside the body. */
const FURNITURE =
  /^(?:quảng cáo|advertisement|ad|chia sẻ|facebook|zalo|in bài viết|bình luận|nghe đọc bài|theo dõi .{0,60} trên google news|chủ đề)$/iu;

/** "Chủ đề Chủ trương - Chính sách": the label of a topic and its name, no sentence. */
const TOPIC = /^(?:Chủ đề|CHỦ ĐỀ)\s*:?\s+\p{Lu}[^.!?…]{0,80}$/u;

export function isFurniture(text: string): boolean {
  return text.length < 100 && (FURNITURE.test(text) || TOPIC.test(text));
}
