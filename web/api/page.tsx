/** The API to read: the OpenAPI document as a page. */
import type { FC } from 'hono/jsx';
import { z } from 'zod';
import { Layout } from '../pages/layout.tsx';

const WORDS = {
  title: 'API cho chương trình',
  about:
    'Mọi trang đều có dữ liệu JSON dưới /api/v1. Khi đã có tài khoản, chương trình gửi khóa ở đầu mục Authorization: Bearer diembao_…; lập khóa ở trang Tài khoản.',
  document: 'Tài liệu OpenAPI 3.1',
  parameter: 'Tham số',
  where: 'Ở',
  meaning: 'Ý nghĩa',
  sent: 'Nội dung gửi',
  answer: 'Trả lời',
} as const;

const Operation = z.object({
  summary: z.string().optional(),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.string(),
        required: z.boolean().optional(),
        description: z.string().optional(),
        schema: z.looseObject({ description: z.string().optional() }).optional(),
      }),
    )
    .optional(),
  requestBody: z.object({ content: z.record(z.string(), z.unknown()) }).optional(),
  responses: z.record(
    z.string(),
    z.object({ content: z.record(z.string(), z.unknown()).optional() }),
  ),
});
const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
});

const Json: FC<{ title: string; value: unknown }> = ({ title, value }) => (
  <details>
    <summary>{title}</summary>
    <pre>{JSON.stringify(value, null, 2)}</pre>
  </details>
);

export const ApiPage: FC<{ document: unknown }> = ({ document }) => {
  const { paths } = Document.parse(document);
  return (
    <Layout title={`${WORDS.title} - Điểm Báo`} tab={null}>
      <h1>{WORDS.title}</h1>
      <p>{WORDS.about}</p>
      <p>
        <a href="/api/v1/openapi.json">{WORDS.document}</a>
      </p>
      {Object.entries(paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => (
          <section>
            <h2>
              <code>
                {method.toUpperCase()} {path}
              </code>
            </h2>
            <p lang="en">{operation.summary}</p>
            {operation.parameters?.length ? (
              <div class="scroll">
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{WORDS.parameter}</th>
                      <th scope="col">{WORDS.where}</th>
                      <th scope="col">{WORDS.meaning}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {operation.parameters.map((one) => (
                      <tr>
                        <td>
                          <code>{one.name}</code>
                          {one.required ? ' *' : ''}
                        </td>
                        <td lang="en">{one.in}</td>
                        <td lang="en">{one.description ?? one.schema?.description ?? ''}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            ) : null}
            {operation.requestBody ? (
              <Json title={WORDS.sent} value={operation.requestBody.content} />
            ) : null}
            <Json title={WORDS.answer} value={operation.responses['200']?.content} />
          </section>
        )),
      )}
    </Layout>
  );
};
