/** The column of the text itself. */
import { text } from './column.ts';

export const bodyColumn = text(
  {
    id: 'body',
    heading: 'Nội dung',
    width: 80,
    meaning: 'The text without headline, sapo and captions, a paragraph a line.',
  },
  ({ article }) => {
    const captions = new Set(article.captions.map(({ block }) => block));
    return article.blocks
      .filter((_, i) => !captions.has(i))
      .map((block) => block.text)
      .join('\n');
  },
);
