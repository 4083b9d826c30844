/**
 * How papers tie a caption to a picture: every variant seen, as data. The element nearest to the picture
 * that matches `wrapper` decides; in it `text` names the caption's elements, null: all of its text.
 */
export interface CaptionVariant {
  readonly name: string;
  readonly wrapper: string;
  readonly text: string | null;
  /** The credit has an element of its own inside the caption. */
  readonly credit?: string;
}

export const CAPTION_VARIANTS: readonly CaptionVariant[] = [
  // OneCMS today, VnExpress, VCCorp, old Tiền Phong, VTC-like editors
  { name: 'figure', wrapper: 'figure', text: 'figcaption', credit: '.source' },
  // ePi until about 2023: the credit may be a bare lower-case name
  {
    name: 'picture-table',
    wrapper: 'table.picture',
    text: 'td.caption, .caption',
    credit: '.source',
  },
  // migrated OneCMS, the /YYYYMM/ family, old VietnamNet
  {
    name: 'image-desc-table',
    wrapper: 'table.full-img, table.image',
    text: '.image_desc',
    credit: '.source',
  },
  // VOV, Vietstock: the row after the picture
  { name: 'content-table', wrapper: 'table.contentimg, table.img-content', text: null },
  // VietnamPlus before 2023, bnews
  {
    name: 'photo-box',
    wrapper: 'div.article-photo, div.insertImage, div.VCSortableInPreviewMode[type=Photo]',
    text: null,
    credit: '.source',
  },
  // lead picture of the /YYYYMM/ family
  { name: 'group-caption', wrapper: '.group-caption', text: 'p.caption, .caption' },
];

/** Attributes of the picture, or of the link around it, that may hold its caption. `alt` and `title` never do. */
export const CAPTION_ATTRIBUTES = ['cms-photo-caption', 'data-desc', 'caption'] as const;

/** Classes of an element after a picture that say it is its caption. */
export const CAPTION_CLASS =
  /(?:^|[\s_-])(?:p?caption|imgdesc|image[_-]?desc|img[_-]desc|photo[_-]desc|expEdit)(?:$|[\s_-])/iu;
