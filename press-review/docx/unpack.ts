/** The files inside a .docx, read with care: nobody knows what was sent. */
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { DiembaoError } from '../../core/errors.ts';
import { told } from '../../i18n/text.ts';

/** Bytes of the file as it is sent. */
export const MAX_TEMPLATE = 5 * 1024 * 1024;
/** Bytes of all files in it. */
export const MAX_UNPACKED = 50 * 1024 * 1024;
const MAX_FILES = 2_000;

export interface PackedFile {
  readonly name: string;
  readonly content: Buffer;
}

const tooLarge = () =>
  new DiembaoError('template-too-large', told('Tệp mẫu quá lớn: tối đa 5 MB, 50 MB khi giải nén.'));

const open = (bytes: Uint8Array) =>
  new Promise<ZipFile>((resolve, reject) => {
    // yauzl compares the size that a file announces with what comes out of it.
    fromBuffer(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });

async function read(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, one) => (error ? reject(error) : resolve(one)));
  });
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** One file after the other, pictures too: whoever fills the template unpacks them, whatever size they announced. */
async function* entries(zip: ZipFile): AsyncGenerator<PackedFile> {
  let [bytes, count] = [0, 0];
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      zip.once('entry', resolve);
      zip.once('end', () => resolve(null));
      zip.once('error', reject);
      zip.readEntry();
    });
    zip.removeAllListeners();
    if (!entry) return;
    bytes += entry.uncompressedSize;
    count += 1;
    if (bytes > MAX_UNPACKED || count > MAX_FILES) throw tooLarge();
    yield { name: entry.fileName, content: await read(zip, entry) };
  }
}

/** How Word's older files begin, and every file with a password. */
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

const notDocx = (bytes: Uint8Array, cause?: unknown) =>
  new DiembaoError('template-not-docx', told('Tệp mẫu không phải là .docx.'), {
    cause,
    hint: Buffer.from(bytes.subarray(0, OLE.length)).equals(OLE)
      ? told(
          'Đây là tệp .doc đời cũ hoặc tệp có mật khẩu: mở bằng Word, bỏ mật khẩu, rồi Lưu thành .docx.',
        )
      : told('Mở tệp bằng Word rồi Lưu thành .docx.'),
  });

/** @throws DiembaoError `template-too-large`, `template-not-docx` */
export async function* packedFiles(bytes: Uint8Array): AsyncGenerator<PackedFile> {
  if (bytes.byteLength > MAX_TEMPLATE) throw tooLarge();
  try {
    yield* entries(await open(bytes));
  } catch (error) {
    if (error instanceof DiembaoError) throw error;
    throw notDocx(bytes, error);
  }
}

export const isXml = (name: string) => /\.(?:xml|rels)$/i.test(name);

/**
 * Names of the files to the text of those that are XML; "" for the others.
 * @throws DiembaoError `template-too-large`, `template-not-docx`
 */
export async function unpack(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for await (const { name, content } of packedFiles(bytes))
    files.set(name, isXml(name) ? content.toString('utf8') : '');
  return files;
}
