import { speaking } from '../i18n/language.ts';

/** A file's bytes as they are asked for, in Vietnamese whoever takes it; a reader that goes away ends their making. */
export function streamed(
  bytes: AsyncIterable<Uint8Array>,
  failed: (error: unknown) => void,
): ReadableStream {
  const chunks = bytes[Symbol.asyncIterator]();
  /** The reader went away, maybe while a chunk was made: nobody waits for it, nor for its failure. */
  let left = false;
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await speaking('vi', () => chunks.next());
          if (left) return;
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          if (left) return;
          failed(error);
          // The connection breaks off: what has come is no whole file, and every client sees that.
          controller.error(error);
        }
      },
      async cancel() {
        left = true;
        await chunks.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
