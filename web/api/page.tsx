/** The API to read: the OpenAPI document as a page. */
import type { FC } from 'hono/jsx';
import { z } from 'zod';
import { t } from '../../i18n/text.ts';
import { Layout } from '../pages/layout.tsx';

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
    <Layout title={t('API cho chương trình')} tab={null}>
      <h1>{t('API cho chương trình')}</h1>
      <p>
        {t(
          'Mọi trang đều có dữ liệu JSON dưới /api/v1. Khi đã có tài khoản, chương trình gửi khóa ở đầu mục Authorization: Bearer diembao_…; lập khóa ở trang Tài khoản.',
        )}
      </p>
      <p>
        <a href="/api/v1/openapi.json">{t('Tài liệu OpenAPI 3.1')}</a>
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
                      <th scope="col">{t('Tham số')}</th>
                      <th scope="col">{t('Ở')}</th>
                      <th scope="col">{t('Ý nghĩa')}</th>
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
              <Json title={t('Nội dung gửi')} value={operation.requestBody.content} />
            ) : null}
            <Json title={t('Trả lời')} value={operation.responses['200']?.content} />
          </section>
        )),
      )}
    </Layout>
  );
};
