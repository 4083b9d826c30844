/** Settings: the only reader of the environment. Every setting is described in SETTINGS and docs/configuration.md. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../core/errors.ts';
import {
  addresses,
  type NightSettings,
  nightWindow,
  timeOfDay,
  timesOfDay,
} from './night/settings.ts';

/** Name -> meaning (English, Vietnamese) and default, for docs and `doctor`. */
export const SETTINGS = {
  DIEMBAO_DATA: {
    en: 'Data directory; `--data DIR` wins over it.',
    vi: 'Thư mục dữ liệu; `--data DIR` được ưu tiên.',
    default: './data',
  },
  DIEMBAO_CONTACT: {
    en: 'URL or e-mail address of whoever answers for the crawl; stands in the User-Agent. A crawl of any host off loopback refuses to start without it.',
    vi: 'Địa chỉ web hoặc e-mail của người chịu trách nhiệm thu thập, ghi trong User-Agent. Chưa có thì không thu thập báo thật.',
    default: '',
  },
  DIEMBAO_USER: {
    en: 'Name of whoever corrects by hand here; `--by NAME` and what is typed on the page win over it.',
    vi: 'Tên người sửa bằng tay ở máy này; `--by TÊN` và tên gõ trên trang được ưu tiên.',
    default: '',
  },
  DIEMBAO_PORT: { en: 'Port of the web page.', vi: 'Cổng của trang web.', default: '8420' },
  DIEMBAO_PUBLIC_URL: {
    en: 'URL under which readers reach the page, https; needed with accounts, and means that log-in is needed. Its host is accepted besides localhost.',
    vi: 'Địa chỉ công khai của trang, https; cần có khi đã có tài khoản, và có nó thì phải đăng nhập. Máy chủ này được chấp nhận ngoài localhost.',
    default: '',
  },
  DIEMBAO_API_RATE: {
    en: 'Requests a minute that one token or account may make of the API; 0: no limit. Without accounts there is none.',
    vi: 'Số yêu cầu mỗi phút mà một khóa hoặc tài khoản được gửi tới API; 0: không giới hạn. Chưa có tài khoản thì không giới hạn.',
    default: '300',
  },
  DIEMBAO_ALLOW_PRIVATE: {
    en: 'Private addresses that may be crawled, `host:port` separated by commas (tests, demo).',
    vi: 'Các địa chỉ nội bộ được phép thu thập, dạng `host:port`, cách nhau bằng dấu phẩy.',
    default: '',
  },
  DIEMBAO_MIN_FREE_GB: {
    en: 'Free disk space in GB under which `crawl` stops with `disk-low`.',
    vi: 'Dung lượng đĩa trống tối thiểu (GB); dưới mức này thì dừng với `disk-low`.',
    default: '2',
  },
  DIEMBAO_NIGHT: {
    en: 'Window of the nightly crawl, `HH:mm-HH:mm` in Asia/Ho_Chi_Minh; a paper not done by its end is stopped and named.',
    vi: 'Khung giờ thu thập ban đêm, `HH:mm-HH:mm` giờ Việt Nam; báo nào chưa xong khi hết giờ thì dừng và nêu tên.',
    default: '00:30-05:30',
  },
  DIEMBAO_REPORT: {
    en: 'When the morning report is made, `HH:mm` in Asia/Ho_Chi_Minh.',
    vi: 'Giờ lập báo cáo buổi sáng, `HH:mm` giờ Việt Nam.',
    default: '06:00',
  },
  DIEMBAO_SWEEPS: {
    en: 'Day sweeps for new articles, `HH:mm` separated by commas, as 11:00,16:00; empty: none.',
    vi: 'Các lượt lấy bài mới ban ngày, `HH:mm` cách nhau bằng dấu phẩy, như 11:00,16:00; để trống: không có.',
    default: '',
  },
  DIEMBAO_REPORT_WEBHOOK: {
    en: 'URL that gets each morning report as a JSON POST.',
    vi: 'Địa chỉ nhận báo cáo buổi sáng (POST, JSON).',
    default: '',
  },
  DIEMBAO_SMTP_URL: {
    en: 'Mail server for the morning report and for saved searches, `smtp://` or `smtps://`, with user and password where it wants them.',
    vi: 'Máy chủ thư để gửi báo cáo buổi sáng và tin của tìm kiếm đã lưu, `smtp://` hoặc `smtps://`, kèm tên và mật khẩu nếu cần.',
    default: '',
  },
  DIEMBAO_REPORT_TO: {
    en: 'E-mail addresses that get the morning report, separated by commas.',
    vi: 'Các địa chỉ e-mail nhận báo cáo buổi sáng, cách nhau bằng dấu phẩy.',
    default: '',
  },
  DIEMBAO_HEARTBEAT_URL: {
    en: 'URL that gets a GET whenever the morning report is made: a watchman who hears nothing knows that something is wrong.',
    vi: 'Địa chỉ được gọi (GET) mỗi khi lập xong báo cáo buổi sáng: không thấy gọi là có sự cố.',
    default: '',
  },
  DIEMBAO_WEBHOOK_PRIVATE: {
    en: 'Private addresses that webhooks of saved searches may go to, `host:port` separated by commas.',
    vi: 'Các địa chỉ nội bộ mà webhook của tìm kiếm đã lưu được gửi tới, dạng `host:port`, cách nhau bằng dấu phẩy.',
    default: '',
  },
  DIEMBAO_PARSER_THREADS: {
    en: 'Threads that read pages, each with limits of time and memory; 0: none, pages are read in the main thread without limits.',
    vi: 'Số luồng đọc trang, mỗi luồng có giới hạn thời gian và bộ nhớ; 0: đọc ngay trong luồng chính, không giới hạn.',
    default: '1',
  },
  DIEMBAO_LOG: {
    en: 'Log level on stderr: debug, info, warn, error, silent.',
    vi: 'Mức nhật ký trên stderr: debug, info, warn, error, silent.',
    default: 'warn',
  },
  REDIS_URL: {
    en: 'Redis for the BullMQ queue; empty: jobs are kept in this process.',
    vi: 'Redis cho hàng đợi BullMQ; để trống: hàng đợi nằm trong tiến trình.',
    default: '',
  },
  MEILI_URL: {
    en: 'Meilisearch; empty: the embedded search engine.',
    vi: 'Meilisearch; để trống: máy tìm kiếm nhúng.',
    default: '',
  },
  MEILI_KEY: {
    en: 'Key that may write the index.',
    vi: 'Khóa được ghi chỉ mục.',
    default: '',
  },
  MEILI_SEARCH_KEY: {
    en: 'Search-only key for answering readers; empty: one is made with MEILI_KEY.',
    vi: 'Khóa chỉ tìm kiếm cho trang web; để trống: tự tạo bằng MEILI_KEY.',
    default: '',
  },
} as const;

export type SettingName = keyof typeof SETTINGS;

const optional = z.string().transform((text) => (text === '' ? null : text));
const hosts = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);
const Settings = z.object({
  DIEMBAO_DATA: z.string().min(1),
  DIEMBAO_CONTACT: optional.pipe(
    z
      .string()
      .regex(/^(?:https?:\/\/[!-~]+|[!-?A-~]+@[!-?A-~]+)$/, 'must be a URL or an e-mail address')
      .nullable(),
  ),
  DIEMBAO_USER: optional,
  DIEMBAO_PORT: z.coerce.number().int().min(0).max(65_535),
  DIEMBAO_PUBLIC_URL: optional.pipe(z.url().nullable()),
  DIEMBAO_API_RATE: z.coerce.number().int().min(0),
  DIEMBAO_ALLOW_PRIVATE: hosts,
  DIEMBAO_MIN_FREE_GB: z.coerce.number().min(0),
  DIEMBAO_NIGHT: nightWindow,
  DIEMBAO_REPORT: timeOfDay,
  DIEMBAO_SWEEPS: timesOfDay,
  DIEMBAO_REPORT_WEBHOOK: optional.pipe(z.url({ protocol: /^https?$/ }).nullable()),
  DIEMBAO_SMTP_URL: optional.pipe(z.url({ protocol: /^smtps?$/ }).nullable()),
  DIEMBAO_REPORT_TO: addresses,
  DIEMBAO_HEARTBEAT_URL: optional.pipe(z.url({ protocol: /^https?$/ }).nullable()),
  DIEMBAO_WEBHOOK_PRIVATE: hosts,
  DIEMBAO_PARSER_THREADS: z.coerce.number().int().min(0).max(64),
  DIEMBAO_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']),
  REDIS_URL: optional.pipe(z.url({ protocol: /^rediss?$/ }).nullable()),
  MEILI_URL: optional.pipe(z.url({ protocol: /^https?$/ }).nullable()),
  MEILI_KEY: optional,
  MEILI_SEARCH_KEY: optional,
});

export interface Config {
  /** Absolute. */
  readonly data: string;
  readonly contact: string | null;
  /** Name under which corrections are made where none is given. */
  readonly user: string | null;
  readonly port: number;
  readonly publicUrl: string | null;
  /** Of one token or account; 0: no limit. */
  readonly apiRate: number;
  readonly allowPrivate: readonly string[];
  readonly minFreeBytes: number;
  /** Vietnam's time. */
  readonly night: NightSettings;
  /** `host:port` that webhooks of saved searches may go to although it is private. */
  readonly webhookPrivate: readonly string[];
  /** 0: pages are read in the main thread. */
  readonly parserThreads: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly redisUrl: string | null;
  readonly meili: {
    readonly url: string;
    readonly key: string | null;
    readonly searchKey: string | null;
  } | null;
  readonly version: string;
  /** `Mozilla/5.0 (compatible; DiemBao/<version>; +<contact>)` */
  readonly userAgent: string;
}

/** The program's version, from package.json. */
export function programVersion(): string {
  // One level up in a checkout, two in the compiled tree.
  for (const place of ['../package.json', '../../package.json']) {
    try {
      const parsed: unknown = JSON.parse(readFileSync(new URL(place, import.meta.url), 'utf8'));
      return z.object({ version: z.string() }).parse(parsed).version;
    } catch (error) {
      if (place === '../../package.json') throw error;
    }
  }
  return '0.0.0';
}

/**
 * Reads the settings.
 * @param environment usually process.env
 * @param flags what the command line says; wins
 * @throws UsageError `bad-setting` naming every wrong setting at once
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  flags: { readonly data?: string | undefined; readonly port?: string | undefined } = {},
): Config {
  const raw = Object.fromEntries(
    Object.entries(SETTINGS).map(([name, { default: fallback }]) => [
      name,
      environment[name] ?? fallback,
    ]),
  );
  if (flags.data !== undefined) raw.DIEMBAO_DATA = flags.data;
  if (flags.port !== undefined) raw.DIEMBAO_PORT = flags.port;
  const parsed = Settings.safeParse(raw);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      (issue) => `${issue.path.join('.')} = "${raw[String(issue.path[0])]}": ${issue.message}`,
    );
    throw new UsageError('bad-setting', `Wrong settings: ${faults.join('; ')}`, {
      hint: 'docs/configuration.md describes every setting.',
    });
  }
  const s = parsed.data;
  const version = programVersion();
  return {
    data: resolve(s.DIEMBAO_DATA),
    contact: s.DIEMBAO_CONTACT,
    user: s.DIEMBAO_USER,
    port: s.DIEMBAO_PORT,
    publicUrl: s.DIEMBAO_PUBLIC_URL,
    apiRate: s.DIEMBAO_API_RATE,
    allowPrivate: s.DIEMBAO_ALLOW_PRIVATE,
    minFreeBytes: s.DIEMBAO_MIN_FREE_GB * 1e9,
    night: {
      window: s.DIEMBAO_NIGHT,
      report: s.DIEMBAO_REPORT,
      sweeps: s.DIEMBAO_SWEEPS,
      webhook: s.DIEMBAO_REPORT_WEBHOOK,
      smtp: s.DIEMBAO_SMTP_URL,
      reportTo: s.DIEMBAO_REPORT_TO,
      heartbeat: s.DIEMBAO_HEARTBEAT_URL,
    },
    webhookPrivate: s.DIEMBAO_WEBHOOK_PRIVATE,
    parserThreads: s.DIEMBAO_PARSER_THREADS,
    logLevel: s.DIEMBAO_LOG,
    redisUrl: s.REDIS_URL,
    meili: s.MEILI_URL
      ? { url: s.MEILI_URL, key: s.MEILI_KEY, searchKey: s.MEILI_SEARCH_KEY }
      : null,
    version,
    userAgent: `Mozilla/5.0 (compatible; DiemBao/${version}; +${s.DIEMBAO_CONTACT ?? 'no-contact'})`,
  };
}
