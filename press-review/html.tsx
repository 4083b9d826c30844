/** A press review as a page to print. It needs no style but its own and no script. */
import type { FC } from 'hono/jsx';
import { type Block, outline } from './outline.ts';
import { printable } from './printable.ts';
import type { PressReview } from './review.ts';
import { longDay } from './words.ts';

/** The measures of docx/page.ts. */
export const PRINT_STYLE = `
@page { size: A4; margin: 20mm 15mm 20mm 30mm; @top-center { content: counter(page); font: 14pt "Times New Roman", serif; } }
@page :first { @top-center { content: none; } }
body { font: 14pt/1.15 "Times New Roman", "Liberation Serif", serif; color: #000; background: #fff; margin: 0 auto; max-width: 165mm; }
p { margin: 0 0 6pt; text-indent: 1.27cm; text-align: justify; }
h1 { font-size: 14pt; text-align: center; margin: 12pt 0 0; }
h2 { font-size: 14pt; margin: 12pt 0 6pt; break-after: avoid; }
h3 { font-size: 14pt; margin: 6pt 0 0; text-indent: 1.27cm; break-after: avoid; }
.field { font-style: italic; }
.period, .head p, .sign p { text-align: center; text-indent: 0; }
.head, .foot { display: grid; grid-template-columns: 44% 56%; }
.head { font-size: 12pt; }
.head p { margin: 0; } .caps { text-transform: uppercase; }
.to p { text-indent: 0; text-align: left; margin: 0; font-size: 11pt; }
.sign .name { margin-top: 3cm; }
table { border-collapse: collapse; width: 100%; font-size: 12pt; margin-bottom: 6pt; }
th, td { border: 1px solid #000; padding: 2pt 4pt; text-align: left; }
.link { text-align: left; overflow-wrap: anywhere; }
.contents { break-before: page; break-after: page; padding: 0; list-style: none; }
`;

const Part: FC<{ block: Block }> = ({ block }) => {
  switch (block.type) {
    case 'heading':
      return <h2 id={block.anchor}>{block.text}</h2>;
    case 'subheading':
      return <h3 class="field">{block.text}</h3>;
    case 'headline':
      return (
        <>
          <h3>{block.text}</h3>
          {block.source ? (
            <p>
              <i>{block.source}</i>
            </p>
          ) : null}
        </>
      );
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'quote':
      return (
        <p>
          <i>{block.text}</i>
        </p>
      );
    case 'note':
      return (
        <p>
          {block.label ? (
            <b>
              <i>{block.label}: </i>
            </b>
          ) : null}
          {block.text}
        </p>
      );
    case 'link':
      return (
        <p class="link">
          <i>Nguồn: </i>
          <a href={block.url}>{block.url}</a>
        </p>
      );
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {block.table.head.map((cell) => (
                <th scope="col">{cell}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.table.rows.map((row) => (
              <tr>
                {row.map((cell) => (
                  <td>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
};

const Head: FC<{ review: PressReview }> = ({ review: { letterhead, issuedOn } }) => {
  const { form, parentAgency, agency, number, place } = letterhead;
  if (form === 'none') return null;
  return (
    <div class="head">
      <div>
        {parentAgency ? <p class="caps">{parentAgency}</p> : null}
        {agency ? (
          <p class="caps">
            <b>{agency}</b>
          </p>
        ) : null}
        {form === 'party' ? <p>*</p> : null}
        {number ? <p>{number}</p> : null}
      </div>
      <div>
        {form === 'party' ? (
          <p>
            <b>ĐẢNG CỘNG SẢN VIỆT NAM</b>
          </p>
        ) : (
          <>
            <p>
              <b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>
            </p>
            <p>
              <b>
                <u>Độc lập - Tự do - Hạnh phúc</u>
              </b>
            </p>
          </>
        )}
        <p>
          <i>
            {place ? `${place}, ` : ''}
            {longDay(issuedOn)}
          </i>
        </p>
      </div>
    </div>
  );
};

const Foot: FC<{ review: PressReview }> = ({ review: { recipients, signature } }) => (
  <div class="foot">
    <div class="to">
      {recipients.length > 0 ? (
        <p>
          <b>
            <i>Nơi nhận:</i>
          </b>
        </p>
      ) : null}
      {recipients.map((one) => (
        <p>- {one}</p>
      ))}
    </div>
    {signature ? (
      <div class="sign">
        <p class="caps">
          <b>{signature.capacity}</b>
        </p>
        <p class="name">
          <b>{signature.name}</b>
        </p>
      </div>
    ) : null}
  </div>
);

/** A whole document. */
export function toHtml(review: PressReview): string {
  const { title, period, contents, blocks } = outline(review);
  const page = (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} - ${period}`}</title>
        <style dangerouslySetInnerHTML={{ __html: PRINT_STYLE }} />
      </head>
      <body>
        <Head review={review} />
        <h1>{title}</h1>
        <p class="period">
          <b>{period}</b>
        </p>
        {contents ? (
          <ol class="contents">
            {contents.map(({ text, anchor }) => (
              <li>
                <a href={`#${anchor}`}>{text}</a>
              </li>
            ))}
          </ol>
        ) : null}
        {blocks.map((block) => (
          <Part block={block} />
        ))}
        <Foot review={review} />
      </body>
    </html>
  );
  return printable(`<!doctype html>${String(page)}\n`);
}
