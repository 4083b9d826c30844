/** A federated request sent with nothing of ours around it: what the server itself takes. */

/** A function that sends a body to `/multi-search`. @returns milliseconds until the answer was read */
export function openRaw({
  url,
  key,
}: {
  readonly url: string;
  readonly key: string | null;
}): (body: unknown) => Promise<number> {
  const headers = {
    'content-type': 'application/json',
    'accept-encoding': 'identity',
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
  };
  return async (body) => {
    const text = JSON.stringify(body);
    const started = performance.now();
    const answer = await fetch(`${url}/multi-search`, { method: 'POST', headers, body: text });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`multi-search: ${answer.status}`);
    return performance.now() - started;
  };
}
