// Generated from schema.graphql and src/documents by `npm run generate`. Do not edit.

export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { TypedDocument } from "../document.js";

/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A day, written YYYY-MM-DD. */
  Date: { input: string; output: string; }
  /** A moment in UTC with milliseconds, such as 2026-11-24T07:00:00.000Z. Any offset is accepted. */
  DateTime: { input: string; output: string; }
  /** A scalar that can represent any JSON value. */
  JSON: { input: unknown; output: unknown; }
  /** A language tag such as en, uk or pt-BR. */
  Locale: { input: string; output: string; }
  /**
   * A moment in a filter: RFC 3339, such as 2026-11-24T07:00:00Z, or how far it lies from the present: now or today,
   * with a distance in minutes, hours, days or weeks, such as now-90m, now-12h, today-7d. Days begin in UTC.
   */
  Moment: { input: string; output: string; }
  /** A place in the log of changes, as a text. It says nothing but which change comes later; hand it back as `since`. */
  Sequence: { input: string; output: string; }
};

/** Use by machine learning. */
export type AiUse =
  /** Allowed. */
  | 'ALLOWED'
  /** Not at all. */
  | 'FORBIDDEN'
  /** For search and citation, not for training. */
  | 'NO_TRAINING';

/** What is to be made. */
export type ArticleCreateInput = {
  /** What it shall say. */
  content: ArticleInput;
  /** The id that it shall get: a UUID of your own, so that other writes can name it already. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Names the request: when it comes again within 24 hours, it does nothing and is answered as before. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for whoever reads the history. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Which articles a list holds. All conditions must hold. */
export type ArticleFilter = {
  /** All of these filters hold. */
  and?: InputMaybe<Array<ArticleFilter>>;
  /** Credited to at least one of these authors. */
  anyAuthor?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Showing at least one of these fact boxes. */
  anyFactBox?: InputMaybe<Array<Scalars['String']['input']>>;
  /** With at least one of these tags. */
  anyTag?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Credited to all of these authors: ids or slugs. */
  authors?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Something of which readers should be told changed last at this moment or later. */
  contentUpdatedAfter?: InputMaybe<Scalars['Moment']['input']>;
  /** Something of which readers should be told changed last before this moment. */
  contentUpdatedBefore?: InputMaybe<Scalars['Moment']['input']>;
  /** With corrections, or without. */
  corrected?: InputMaybe<Scalars['Boolean']['input']>;
  /** Last corrected at this moment or later. */
  correctedAfter?: InputMaybe<Scalars['Moment']['input']>;
  /** Last corrected before this moment. */
  correctedBefore?: InputMaybe<Scalars['Moment']['input']>;
  /** Showing this fact box: id, `locale/slug`, or the slug alone together with `locale`. */
  factBox?: InputMaybe<Scalars['String']['input']>;
  /** With an image at the top, or without. */
  hasImage?: InputMaybe<Scalars['Boolean']['input']>;
  /** With this image at the top: its id. */
  image?: InputMaybe<Scalars['String']['input']>;
  /** Of one of these genres. */
  kind?: InputMaybe<Array<ArticleKind>>;
  /** Written in one of these languages. */
  locale?: InputMaybe<Array<Scalars['Locale']['input']>>;
  /** Credited to none of these authors. */
  noAuthor?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Showing none of these fact boxes. */
  noFactBox?: InputMaybe<Array<Scalars['String']['input']>>;
  /** With none of these tags. */
  noTag?: InputMaybe<Array<Scalars['String']['input']>>;
  /** This filter does not hold. */
  not?: InputMaybe<ArticleFilter>;
  /** Not translated into this language, as what is written in it is not. */
  notTranslatedInto?: InputMaybe<Scalars['Locale']['input']>;
  /** At least one of these filters holds. */
  or?: InputMaybe<Array<ArticleFilter>>;
  /** First published at this moment or later. */
  publishedAfter?: InputMaybe<Scalars['Moment']['input']>;
  /** First published before this moment. */
  publishedBefore?: InputMaybe<Scalars['Moment']['input']>;
  /**
   * Found by this search query: words in any of their forms, "several words" exactly so, -word not there, word* the
   * beginning of a word. At most 500 characters and 20 words.
   */
  q?: InputMaybe<Scalars['String']['input']>;
  /** In this section: id or slug. */
  section?: InputMaybe<Scalars['String']['input']>;
  /** In this section or in one below it: id or slug. */
  sectionTree?: InputMaybe<Scalars['String']['input']>;
  /** Naming one of these outlets, agencies, documents or persons as its source, in upper or lower case. */
  source?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Translated from a revision than which a newer one is public, or not: what translators have to look at. */
  stale?: InputMaybe<Scalars['Boolean']['input']>;
  /** With all of these tags: ids or slugs. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Written in another language, and also public in this one. */
  translatedInto?: InputMaybe<Scalars['Locale']['input']>;
  /** Last updated at this moment or later. */
  updatedAfter?: InputMaybe<Scalars['Moment']['input']>;
  /** Last updated before this moment. */
  updatedBefore?: InputMaybe<Scalars['Moment']['input']>;
};

/**
 * An article. References are ids, or slugs; a slug of an article or fact box may have its language before it:
 * `en/slug`.
 */
export type ArticleInput = {
  /** The text. */
  body?: InputMaybe<BodyInput>;
  /** Who is credited, in the order printed. */
  bylines?: InputMaybe<Array<BylineInput>>;
  /** The address of the original, when this is a copy. */
  canonicalUrl?: InputMaybe<Scalars['String']['input']>;
  /** What was corrected. To correct what is public, use `articleCorrect`. */
  corrections?: InputMaybe<Array<CorrectionInput>>;
  /** The genre; news, unless it is said. */
  kind?: InputMaybe<ArticleKind>;
  /** The paragraph that says it all, without markup. */
  lead?: InputMaybe<Scalars['String']['input']>;
  /** The picture shown with the headline. */
  leadImage?: InputMaybe<Scalars['String']['input']>;
  /** The language it is written in. */
  locale?: InputMaybe<Scalars['Locale']['input']>;
  /** What others may do with it. */
  rights?: InputMaybe<RightsInput>;
  /** The department. */
  section?: InputMaybe<Scalars['String']['input']>;
  /** What search engines and link previews show instead. */
  seo?: InputMaybe<SeoInput>;
  /** A headline for narrow places. */
  shortTitle?: InputMaybe<Scalars['String']['input']>;
  /** Its name in the address. */
  slug?: InputMaybe<Scalars['String']['input']>;
  /** Where the report comes from. */
  sources?: InputMaybe<Array<SourceInput>>;
  /** Topics, most important first. */
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The headline, without markup. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Joins the same piece in several languages: any name that its pieces share. */
  translationGroup?: InputMaybe<Scalars['String']['input']>;
  /** What it was translated from. */
  translationOf?: InputMaybe<OriginalInput>;
};

/** The genre of an article. */
export type ArticleKind =
  /** An account of what events mean. */
  | 'ANALYSIS'
  /** Background, step by step. */
  | 'EXPLAINER'
  /** A longer story. */
  | 'FEATURE'
  /** Questions and answers. */
  | 'INTERVIEW'
  /** A running account. */
  | 'LIVE'
  /** A report of an event. */
  | 'NEWS'
  /** A view that is the author's own. */
  | 'OPINION';

/** What is to be changed. */
export type ArticleSaveInput = {
  /** What changes: what is left out stays, null removes. */
  content: ArticleInput;
  /** The newest revision that you have seen. When there is a newer one, nothing is done. */
  expectedRevision: Scalars['Int']['input'];
  /** The id. */
  id: Scalars['ID']['input'];
  /** Names the request: when it comes again within 24 hours, it does nothing and is answered as before. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for whoever reads the history. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** What is to be made. */
export type AuthorCreateInput = {
  /** What it shall say. */
  content: AuthorInput;
  /** The id that it shall get: a UUID of your own, so that other writes can name it already. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Names the request: when it comes again within 24 hours, it does nothing and is answered as before. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for whoever reads the history. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** An author. */
export type AuthorInput = {
  /** The biography, by language. */
  bio?: InputMaybe<Array<LocalizedTextInput>>;
  /** The e-mail address; never public. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** The portrait: id of an image. */
  image?: InputMaybe<Scalars['String']['input']>;
  /** Pages of the author elsewhere. */
  links?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The name, by language. */
  name?: InputMaybe<Array<LocalizedTextInput>>;
  /** The name in the address. */
  slug?: InputMaybe<Scalars['String']['input']>;
};

/** What is to be changed. */
export type AuthorSaveInput = {
  /** What changes: what is left out stays, null removes. */
  content: AuthorInput;
  /** The newest revision that you have seen. When there is a newer one, nothing is done. */
  expectedRevision: Scalars['Int']['input'];
  /** The id. */
  id: Scalars['ID']['input'];
  /** Names the request: when it comes again within 24 hours, it does nothing and is answered as before. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for whoever reads the history. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** The text of an article, in one of its formats. In a change it is replaced as a whole. */
export type BodyInput =
  /** Portable Text: an array of blocks. */
  { blocks: Scalars['JSON']['input']; html?: never; markdown?: never; }
  |  /** HTML; only what a body can say gets through. */
  { blocks?: never; html: Scalars['String']['input']; markdown?: never; }
  |  /** CommonMark with tables and strike-through. */
  { blocks?: never; html?: never; markdown: Scalars['String']['input']; };

/** A credit. */
export type BylineInput = {
  /** Who: id or slug of an author. */
  author?: InputMaybe<Scalars['String']['input']>;
  /** The credit as printed, where it differs from the name. */
  credit?: InputMaybe<Scalars['String']['input']>;
  /** What they did; author, unless it is said. */
  role?: InputMaybe<BylineRole>;
};

/** What somebody credited did. */
export type BylineRole =
  /** Wrote it. */
  | 'AUTHOR'
  /** Contributed reporting. */
  | 'CONTRIBUTOR'
  /** Edited it. */
  | 'EDITOR'
  /** Took the pictures. */
  | 'PHOTOGRAPHER'
  /** Translated it. */
  | 'TRANSLATOR';

/** What readers saw of a change. */
export type ChangeType =
  /** It was taken down for legal reasons, for ever: every copy must be removed. */
  | 'KILLED'
  /** The entry became public. */
  | 'PUBLISHED'
  /** It was public before and is now, and something of it is different. */
  | 'UPDATED'
  /** It is not public any more, and may come back. */
  | 'WITHDRAWN';

/** What was done to an entry. */
export type ChangeVerb =
  /** The entry was put away. */
  | 'ARCHIVE'
  /** The entry was taken down for legal reasons, with its whole history. */
  | 'KILL'
  /** A moment came for which something was planned. */
  | 'PASS'
  /** A revision became public, or was planned to. */
  | 'PUBLISH'
  /** A revision was saved. */
  | 'SAVE'
  /** A revision was handed to whoever publishes. */
  | 'SUBMIT'
  /** Something that the entry follows changed, or was planned to. */
  | 'TOUCH'
  /** The entry was fetched back. */
  | 'UNARCHIVE'
  /** The entry stopped being public, or was planned to. */
  | 'WITHDRAW';

/** A public article that is corrected. */
export type CorrectInput = {
  /** What changes: what is left out stays, null removes. */
  content?: InputMaybe<ArticleInput>;
  /** What readers are told. */
  correction: NewCorrectionInput;
  /** The newest revision that you have seen. When there is a newer one, nothing is done. */
  expectedRevision: Scalars['Int']['input'];
  /** The version that you have seen. When something was decided since, such as to withdraw it, nothing is done. */
  expectedVersion?: InputMaybe<Scalars['String']['input']>;
  /** The id. */
  id: Scalars['ID']['input'];
  /** Names the request: when it comes again within 24 hours, it does nothing and is answered as before. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for whoever reads the history. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** A correction that readers are shown. */
export type CorrectionInput = {
  /** When it was made, RFC 3339. `articleCorrect` says it itself. */
  at?: InputMaybe<Scalars['String']['input']>;
  /** The block that was corrected. */
  blockKey?: InputMaybe<Scalars['String']['input']>;
  /** How grave it is. */
  kind?: InputMaybe<CorrectionKind>;
  /** What was wrong and what is right. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** The kind of a correction. */
export type CorrectionKind =
  /** Something was unclear. */
  | 'CLARIFICATION'
  /** Something was wrong. */
  | 'CORRECTION'
  /** A remark by the editors. */
  | 'EDITORS_NOTE'
  /** The piece no longer stands. */
  | 'RETRACTION'
  /** Something was added after publication. */
  | 'UPDATE';

/** By what somebody is known. */
export type Credential =
  /** By an access key. */
  | 'KEY'
  /** By nothing. */
  | 'NONE'
  /** By a preview link. */
  | 'PREVIEW_LINK'
  /** By a token of an issuer. */
  | 'TOKEN';

/** How an entry left the public. */
export type Departure =
  /** It was taken down for legal reasons, for ever: every copy must be removed. */
  | 'KILLED'
  /** It was withdrawn, and may come back. */
  | 'WITHDRAWN';

/** What became of words. */
export type DiffEdit =
  /** They are gone. */
  | 'DELETED'
  /** They are in both. */
  | 'EQUAL'
  /** They are new. */
  | 'INSERTED';

/** What became of a block or a fact. */
export type DiffStatus =
  /** It differs. */
  | 'CHANGED'
  /** It is gone. */
  | 'DELETED'
  /** It is new. */
  | 'INSERTED'
  /** It is as it was. */
  | 'UNCHANGED';

/** Which authors or images a list holds. All conditions must hold. */
export type EntryFilter = {
  /** All of these filters hold. */
  and?: InputMaybe<Array<EntryFilter>>;
  /** This filter does not hold. */
  not?: InputMaybe<EntryFilter>;
  /** At least one of these filters holds. */
  or?: InputMaybe<Array<EntryFilter>>;
  /** First published at this moment or later. */
  publishedAfter?: InputMaybe<Scalars['Moment']['input']>;
  /** First published before this moment. */
  publishedBefore?: InputMaybe<Scalars['Moment']['input']>;
  /**
   * Found by this search query: words in any of their forms, "several words" exactly so, -word not there, word* the
   * beginning of a word. At most 500 characters and 20 words.
   */
  q?: InputMaybe<Scalars['String']['input']>;
  /** Last updated at this moment or later. */
  updatedAfter?: InputMaybe<Scalars['Moment']['input']>;
  /** Last updated before this moment. */
  updatedBefore?: InputMaybe<Scalars['Moment']['input']>;
};

/** The entry of a change, and the newest revision of it that you have seen. */
export type EntryInput = {
  /** The newest revision that you have seen. When there is a newer one, nothing is done. */
  expectedRevision: Scalars['Int']['input'];
  /** The version that you have seen. When something was decided since, such as to withdraw it, nothing is done. */
  expectedVersion?: InputMaybe<Scalars['String']['input']>;
  /** The id. */
  id: Scalars['ID']['input'];
  /** Names the request: when it comes again within 24 hours, it does nothing and is answered as before. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for whoever reads the history: up to 5,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** The kinds of entry. */
export type EntryKind =
  /** A story. */
  | 'ARTICLE'
  /** Somebody who is credited. */
  | 'AUTHOR'
  /** Background that stands under stories. */
  | 'FACT_BOX'
  /** A picture. */
  | 'IMAGE'
  /** A department of the newsroom. */
  | 'SECTION'
  /** A topic, person, place or organisation. */
  | 'TAG';

/** Where an entry stands in its life. */
export type EntryState =
  /** Put away. */
  | 'ARCHIVED'
  /** Never public, and not planned to be. */
  | 'DRAFT'
  /** Taken down for legal reasons. */
  | 'KILLED'
  /** Public. */
  | 'PUBLIC'
  /** Not public yet, but planned to be. */
  | 'SCHEDULED'
  /** Was public, and is not any more. */
  | 'WITHDRAWN';

/** What is to be made. */
export type FactBoxCreateInput = {
  /** What it shall say. */
  content: FactBoxInput;
  /** The id that it shall get: a UUID of your own, so that other writes can name it already. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Names the request: when it comes again within 24 hours, it does nothing and is answered as before. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for whoever reads the history. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Which fact boxes a list holds. All conditions must hold. */
export type FactBoxFilter = {
  /** All of these filters hold. */
  and?: InputMaybe<Array<FactBoxFilter>>;
  /** Written in one of these languages. */
  locale?: InputMaybe<Array<Scalars['Locale']['input']>>;
  /** This filter does not hold. */
  not?: InputMaybe<FactBoxFilter>;
  /** Not translated into this language, as what is written in it is not. */
  notTranslatedInto?: InputMaybe<Scalars['Locale']['input']>;
  /** At least one of these filters holds. */
  or?: InputMaybe<Array<FactBoxFilter>>;
  /** First published at this moment or later. */
  publishedAfter?: InputMaybe<Scalars['Moment']['input']>;
  /** First published before this moment. */
  publishedBefore?: InputMaybe<Scalars['Moment']['input']>;
  /**
   * Found by this search query: words in any of their forms, "several words" exactly so, -word not there, word* the
   * beginning of a word. At most 500 characters and 20 words.
   */
  q?: InputMaybe<Scalars['String']['input']>;
  /** With a fact that somebody must look at before this day. */
  reviewBefore?: InputMaybe<Scalars['Date']['input']>;
  /** Written in another language, and also public in this one. */
  translatedInto?: InputMaybe<Scalars['Locale']['input']>;
  /** Last updated at this moment or later. */
  updatedAfter?: InputMaybe<Scalars['Moment']['input']>;
  /** Last updated before this moment. */
  updatedBefore?: InputMaybe<Scalars['Moment']['input']>;
};

/** A fact box. */
export type FactBoxInput = {
  /** The facts in reading order. In a change they are replaced as a whole. */
  items?: InputMaybe<Array<FactInput>>;
  /** The language it is written in. */
  locale?: InputMaybe<Scalars['Locale']['input']>;
  /** Its name in the address. */
  slug?: InputMaybe<Scalars['String']['input']>;
  /** The line above the facts. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Joins the same box in several languages. */
  translationGroup?: InputMaybe<Scalars['String']['input']>;
};

/** What is to be changed. */
export type FactBoxSaveInput = {
  /** What changes: what is left out stays, null removes. */
  content: FactBoxInput;
  /** The newest revision that you have seen. When there is a newer one, nothing is done. */
  expectedRevision: Scalars['Int']['input'];
  /** The id. */
  id: Scalars['ID']['input'];
  /** Names the request: when it comes again within 24 hours, it does nothing and is answered as before. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for whoever reads the history. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** A fact. */
export type FactInput = {
  /** The day on which it was known to be so. */
  asOf?: InputMaybe<Scalars['Date']['input']>;
  /** The day on which it must be looked at again. */
  reviewBy?: InputMaybe<Scalars['Date']['input']>;
  /** Where it is known from. */
  sources?: InputMaybe<Array<SourceInput>>;
  /** The text, in inline Markdown. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** A point of a picture. */
export type FocalPointInput = {
  /** From the left, in thousandths of the width. */
  x?: InputMaybe<Scalars['Int']['input']>;
  /** From the top, in thousandths of the height. */
  y?: InputMaybe<Scalars['Int']['input']>;
};

/** What is to be made. */
export type ImageCreateInput = {
  /** What it shall say. */
  content: ImageInput;
  /** The id that it shall get: a UUID of your own, so that other writes can name it already. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Names the request: when it comes again within 24 hours, it does nothing and is answered as before. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for whoever reads the history. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** A picture that is to be fetched. */
export type ImageFetchInput = {
  /** What is said of it. `url`, `width` and `height` are those of the file, and must be left out. */
  content?: InputMaybe<ImageInput>;
  /** The id that the image shall get: a UUID of your own, so that other writes can name it already. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Names the request: when it comes again within 24 hours, it does nothing and is answered as before. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for whoever reads the history. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Where it is: a JPEG, PNG or WebP on the public internet. */
  url: Scalars['String']['input'];
};

/** An image. Of one whose picture is stored here, `url`, `width` and `height` follow from the file. */
export type ImageInput = {
  /** What it shows, for those who do not see it. */
  alt?: InputMaybe<Scalars['String']['input']>;
  /** The line below it. */
  caption?: InputMaybe<Scalars['String']['input']>;
  /** Who made it. */
  credit?: InputMaybe<Scalars['String']['input']>;
  /** What must stay in sight when it is cropped. */
  focalPoint?: InputMaybe<FocalPointInput>;
  /** The height in pixels. */
  height?: InputMaybe<Scalars['Int']['input']>;
  /** An SPDX id or a URL. */
  licence?: InputMaybe<Scalars['String']['input']>;
  /** Where it is. */
  url?: InputMaybe<Scalars['String']['input']>;
  /** The width in pixels. */
  width?: InputMaybe<Scalars['Int']['input']>;
};

/** What is to be changed. */
export type ImageSaveInput = {
  /** What changes: what is left out stays, null removes. */
  content: ImageInput;
  /** The newest revision that you have seen. When there is a newer one, nothing is done. */
  expectedRevision: Scalars['Int']['input'];
  /** The id. */
  id: Scalars['ID']['input'];
  /** Names the request: when it comes again within 24 hours, it does nothing and is answered as before. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for whoever reads the history. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** What is to be taken down for legal reasons, and why. */
export type KillInput = {
  /** The newest revision that you have seen. When there is a newer one, nothing is done. */
  expectedRevision: Scalars['Int']['input'];
  /** The id. */
  id: Scalars['ID']['input'];
  /** Names the request: when it comes again within 24 hours, it does nothing and is answered as before. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why. */
  note: Scalars['String']['input'];
};

/** The kind of a list. */
export type ListItemKind =
  /** Order does not matter. */
  | 'BULLET'
  /** Order matters. */
  | 'NUMBER';

/** Text in one language. In a change, languages that are not named stay, and null removes one. */
export type LocalizedTextInput = {
  /** The language. */
  locale: Scalars['Locale']['input'];
  /** The text. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** The kinds of mark. */
export type MarkKind =
  /** Computer code. */
  | 'CODE'
  /** Stress emphasis. */
  | 'EM'
  /** A link to another article of this newsroom. */
  | 'INTERNAL_LINK'
  /** A link. */
  | 'LINK'
  /** No longer accurate. */
  | 'STRIKE_THROUGH'
  /** Of strong importance. */
  | 'STRONG'
  /** Underlined. */
  | 'UNDERLINE';

/** What readers are told was wrong. */
export type NewCorrectionInput = {
  /** The block that was corrected. */
  blockKey?: InputMaybe<Scalars['String']['input']>;
  /** How grave it is. */
  kind?: InputMaybe<CorrectionKind>;
  /** What was wrong and what is right. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** What an article was translated from. */
export type OriginalInput = {
  /** The article in the other language: id, or `locale/slug`. */
  article?: InputMaybe<Scalars['String']['input']>;
  /** The revision of it that was translated; 1 or more. */
  revision?: InputMaybe<Scalars['Int']['input']>;
};

/** What stands at an address. */
export type Outcome =
  /** An entry, whose address it is. */
  | 'FOUND'
  /** An entry stood there that was taken back. */
  | 'GONE'
  /** A former address of an entry that is elsewhere now. */
  | 'MOVED';

/** Whose eyes a read is made with. */
export type Perspective =
  /** Those of the desk: of every entry the newest revision. */
  | 'DRAFT'
  /** Those of partners: as readers, and what is under embargo already. */
  | 'EMBARGOED'
  /** Those of readers. */
  | 'PUBLISHED';

/** What is to be published, and when. */
export type PublishInput = {
  /** The first public moment; now, unless it is said. Not in the past. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** Whether partners may read it before. Needs `at`. */
  embargo?: Scalars['Boolean']['input'];
  /** The newest revision that you have seen. When there is a newer one, nothing is done. */
  expectedRevision: Scalars['Int']['input'];
  /** The version that you have seen. When something was decided since, such as to withdraw it, nothing is done. */
  expectedVersion?: InputMaybe<Scalars['String']['input']>;
  /** The id. */
  id: Scalars['ID']['input'];
  /** Names the request: when it comes again within 24 hours, it does nothing and is answered as before. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether readers should be told of the change. */
  material?: Scalars['Boolean']['input'];
  /** Why, for whoever reads the history. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The revision to publish; the newest, unless it is said. */
  revision?: InputMaybe<Scalars['Int']['input']>;
  /** The first moment after, when the end is known. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** In which capacity one entry refers to another. */
export type ReferenceRole =
  /** An article to an author. */
  | 'BYLINE'
  /** An article to a fact box in its body. */
  | 'FACT_BOX'
  /** An article to an image in its body. */
  | 'IMAGE'
  /** An article to its lead image, an author to the portrait. */
  | 'LEAD_IMAGE'
  /** Text to an article. */
  | 'RELATED'
  /** An article to its section, a section to its parent. */
  | 'SECTION'
  /** An article to a tag. */
  | 'TAG'
  /** A translation to the article that it was made of. */
  | 'TRANSLATION';

/** Which revision is to come back. */
export type RestoreInput = {
  /** The newest revision that you have seen. When there is a newer one, nothing is done. */
  expectedRevision: Scalars['Int']['input'];
  /** The id. */
  id: Scalars['ID']['input'];
  /** Names the request: when it comes again within 24 hours, it does nothing and is answered as before. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for whoever reads the history. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The revision that is saved as a new one. */
  revision: Scalars['Int']['input'];
};

/** What others may do with a piece. */
export type RightsInput = {
  /** Whether machines may learn from it. */
  aiUse?: InputMaybe<AiUse>;
  /** Who holds the copyright. */
  holder?: InputMaybe<Scalars['String']['input']>;
  /** An SPDX id or a URL. */
  licence?: InputMaybe<Scalars['String']['input']>;
  /** ISO 3166-1 codes; empty means everywhere. */
  territories?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Conditions in words. */
  usageTerms?: InputMaybe<Scalars['String']['input']>;
};

/** What may be done. */
export type Scope =
  /** Give out and revoke keys, read the audit. */
  | 'ADMIN'
  /** Read what is under embargo, before its time. */
  | 'EMBARGO'
  /** Take down for legal reasons, for ever. */
  | 'KILL'
  /** Read drafts, revisions and the future. */
  | 'PREVIEW'
  /** Publish, correct and withdraw. */
  | 'PUBLISH'
  /** Read what is public. */
  | 'READ'
  /** Say which documents of GraphQL are trusted, and run any. */
  | 'TRUST'
  /** Make entries, save revisions, submit, restore, archive. */
  | 'WRITE';

/** What is to be made. */
export type SectionCreateInput = {
  /** What it shall say. */
  content: SectionInput;
  /** The id that it shall get: a UUID of your own, so that other writes can name it already. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Names the request: when it comes again within 24 hours, it does nothing and is answered as before. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for whoever reads the history. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Which sections a list holds. All conditions must hold. */
export type SectionFilter = {
  /** All of these filters hold. */
  and?: InputMaybe<Array<SectionFilter>>;
  /** This filter does not hold. */
  not?: InputMaybe<SectionFilter>;
  /** At least one of these filters holds. */
  or?: InputMaybe<Array<SectionFilter>>;
  /** Directly below this section: id or slug. */
  parent?: InputMaybe<Scalars['String']['input']>;
  /** First published at this moment or later. */
  publishedAfter?: InputMaybe<Scalars['Moment']['input']>;
  /** First published before this moment. */
  publishedBefore?: InputMaybe<Scalars['Moment']['input']>;
  /**
   * Found by this search query: words in any of their forms, "several words" exactly so, -word not there, word* the
   * beginning of a word. At most 500 characters and 20 words.
   */
  q?: InputMaybe<Scalars['String']['input']>;
  /** Last updated at this moment or later. */
  updatedAfter?: InputMaybe<Scalars['Moment']['input']>;
  /** Last updated before this moment. */
  updatedBefore?: InputMaybe<Scalars['Moment']['input']>;
};

/** A section. */
export type SectionInput = {
  /** The name, by language. */
  name?: InputMaybe<Array<LocalizedTextInput>>;
  /** The section that it is a part of: id or slug. */
  parent?: InputMaybe<Scalars['String']['input']>;
  /** The name in the address. */
  slug?: InputMaybe<Scalars['String']['input']>;
};

/** What is to be changed. */
export type SectionSaveInput = {
  /** What changes: what is left out stays, null removes. */
  content: SectionInput;
  /** The newest revision that you have seen. When there is a newer one, nothing is done. */
  expectedRevision: Scalars['Int']['input'];
  /** The id. */
  id: Scalars['ID']['input'];
  /** Names the request: when it comes again within 24 hours, it does nothing and is answered as before. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for whoever reads the history. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Texts for search engines and link previews. */
export type SeoInput = {
  /** Replaces the lead. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Asks search engines not to list the piece. */
  noIndex?: InputMaybe<Scalars['Boolean']['input']>;
  /** Replaces the headline. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** The order of a list. Ties are broken by id. */
export type Sort =
  /** Earliest change of which readers should be told first. */
  | 'CONTENT_UPDATED_ASC'
  /** Latest change of which readers should be told first. */
  | 'CONTENT_UPDATED_DESC'
  /** Earliest last correction first; only articles that were corrected. */
  | 'CORRECTED_ASC'
  /** Latest correction first; only articles that were corrected. */
  | 'CORRECTED_DESC'
  /** Earliest first publication first. */
  | 'PUBLISHED_ASC'
  /** Latest first publication first. */
  | 'PUBLISHED_DESC'
  /**
   * What fits the search query best first; of equally good ones the latest first publication. The order of lists
   * that are searched, unless another is asked for.
   */
  | 'RELEVANCE'
  /** Earliest day of review first; only fact boxes that have one. */
  | 'REVIEW_ASC'
  /** Latest day of review first; only fact boxes that have one. */
  | 'REVIEW_DESC'
  /** By title or name, by code point, A first. */
  | 'TITLE_ASC'
  /** By title or name, by code point, Z first. */
  | 'TITLE_DESC'
  /** Earliest update first. */
  | 'UPDATED_ASC'
  /** Latest update first. */
  | 'UPDATED_DESC';

/** Where a report comes from. */
export type SourceInput = {
  /** Its name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** What it contributed; reported, unless it is said. */
  role?: InputMaybe<SourceRole>;
  /** Where it can be read. */
  url?: InputMaybe<Scalars['String']['input']>;
};

/** What a source contributed. */
export type SourceRole =
  /** A document or data that the piece rests on. */
  | 'DOCUMENT'
  /** The piece was first published there. */
  | 'ORIGINAL'
  /** Somebody who was interviewed or quoted. */
  | 'QUOTED'
  /** Reported it first. */
  | 'REPORTED';

/** What is to be made. */
export type TagCreateInput = {
  /** What it shall say. */
  content: TagInput;
  /** The id that it shall get: a UUID of your own, so that other writes can name it already. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Names the request: when it comes again within 24 hours, it does nothing and is answered as before. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for whoever reads the history. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Which tags a list holds. All conditions must hold. */
export type TagFilter = {
  /** All of these filters hold. */
  and?: InputMaybe<Array<TagFilter>>;
  /** Of one of these sorts. */
  kind?: InputMaybe<Array<TagKind>>;
  /** This filter does not hold. */
  not?: InputMaybe<TagFilter>;
  /** At least one of these filters holds. */
  or?: InputMaybe<Array<TagFilter>>;
  /** First published at this moment or later. */
  publishedAfter?: InputMaybe<Scalars['Moment']['input']>;
  /** First published before this moment. */
  publishedBefore?: InputMaybe<Scalars['Moment']['input']>;
  /**
   * Found by this search query: words in any of their forms, "several words" exactly so, -word not there, word* the
   * beginning of a word. At most 500 characters and 20 words.
   */
  q?: InputMaybe<Scalars['String']['input']>;
  /** Last updated at this moment or later. */
  updatedAfter?: InputMaybe<Scalars['Moment']['input']>;
  /** Last updated before this moment. */
  updatedBefore?: InputMaybe<Scalars['Moment']['input']>;
};

/** A tag. */
export type TagInput = {
  /** The sort; topic, unless it is said. */
  kind?: InputMaybe<TagKind>;
  /** The name, by language. */
  name?: InputMaybe<Array<LocalizedTextInput>>;
  /** The same thing elsewhere: IPTC Media Topics, Wikidata. */
  sameAs?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The name in the address. */
  slug?: InputMaybe<Scalars['String']['input']>;
};

/** The sort of a tag. */
export type TagKind =
  /** A company, party, authority or other body. */
  | 'ORGANISATION'
  /** A human being. */
  | 'PERSON'
  /** Somewhere. */
  | 'PLACE'
  /** A subject. */
  | 'TOPIC';

/** What is to be changed. */
export type TagSaveInput = {
  /** What changes: what is left out stays, null removes. */
  content: TagInput;
  /** The newest revision that you have seen. When there is a newer one, nothing is done. */
  expectedRevision: Scalars['Int']['input'];
  /** The id. */
  id: Scalars['ID']['input'];
  /** Names the request: when it comes again within 24 hours, it does nothing and is answered as before. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why, for whoever reads the history. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** The style of a text block. */
export type TextStyle =
  /** A quotation. */
  | 'BLOCKQUOTE'
  /** A heading of the second level. */
  | 'H2'
  /** A heading of the third level. */
  | 'H3'
  /** A heading of the fourth level. */
  | 'H4'
  /** A paragraph, or the text of a list item. */
  | 'NORMAL';

/** Why an entry is not there. */
export type Unavailable =
  /** Nothing is there, or nothing of which more may be said. */
  | 'ABSENT'
  /** It was public, and is not any more. */
  | 'WITHDRAWN';

/** What is to be withdrawn, when and why. */
export type WithdrawInput = {
  /** The first moment at which it is not public any more; now, unless it is said. Not in the past. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /** The newest revision that you have seen. When there is a newer one, nothing is done. */
  expectedRevision: Scalars['Int']['input'];
  /** The version that you have seen. When something was decided since, such as to withdraw it, nothing is done. */
  expectedVersion?: InputMaybe<Scalars['String']['input']>;
  /** The id. */
  id: Scalars['ID']['input'];
  /** Names the request: when it comes again within 24 hours, it does nothing and is answered as before. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why. */
  note: Scalars['String']['input'];
};

export type SourcedFragment = { name: string, url: string | null, role: SourceRole };

export type FactsFragment = { id: string, slug: string, title: string, revision: number, updatedAt: string, items: Array<{ html: string, asOf: string | null, sources: Array<{ name: string, url: string | null, role: SourceRole }> }> };

export type RunsFragment = { text: string, marks: Array<{ kind: MarkKind, href: string | null, article: { locale: string, slug: string } | null }> };

export type BlocksFragment = { blocks: Array<
    | { __typename: 'TextBlock', key: string, style: TextStyle, listItem: ListItemKind | null, level: number | null, spans: Array<{ text: string, marks: Array<{ kind: MarkKind, href: string | null, article: { locale: string, slug: string } | null }> }> }
    | { __typename: 'ImageBlock', key: string, caption: string | null, image: { url: string, alt: string, caption: string | null, credit: string | null, width: number | null, height: number | null, focalPoint: { x: number, y: number } | null } | null }
    | { __typename: 'FactBoxBlock', key: string, pinned: number | null, factBox: { id: string } | null }
    | { __typename: 'EmbedBlock', key: string, url: string, title: string | null }
    | { __typename: 'PullQuoteBlock', key: string, text: string, attribution: string | null }
    | { __typename: 'TableBlock', key: string, header: boolean, rows: Array<{ cells: Array<{ spans: Array<{ text: string, marks: Array<{ kind: MarkKind, href: string | null, article: { locale: string, slug: string } | null }> }> }> }> }
    | { __typename: 'DividerBlock', key: string }
  > };

export type ArticlePageQueryVariables = Exact<{
  path: Scalars['String']['input'];
  locale: Scalars['Locale']['input'];
  locales?: InputMaybe<Array<Scalars['Locale']['input']> | Scalars['Locale']['input']>;
}>;


export type ArticlePageQuery = { resolve: { outcome: Outcome, path: string | null, since: string | null, reason: Departure | null, node:
      | { __typename: 'Article', contentUpdatedAt: string, canonicalUrl: string | null, id: string, locale: string, slug: string, kind: ArticleKind, title: string, lead: string | null, publishedAt: string, seo: { title: string | null, description: string | null, noIndex: boolean }, section: { slug: string, ancestors: Array<{ slug: string, name: { text: string } }>, name: { text: string } } | null, body: { blocks: Array<
            | { __typename: 'TextBlock', key: string, style: TextStyle, listItem: ListItemKind | null, level: number | null, spans: Array<{ text: string, marks: Array<{ kind: MarkKind, href: string | null, article: { locale: string, slug: string } | null }> }> }
            | { __typename: 'ImageBlock', key: string, caption: string | null, image: { url: string, alt: string, caption: string | null, credit: string | null, width: number | null, height: number | null, focalPoint: { x: number, y: number } | null } | null }
            | { __typename: 'FactBoxBlock', key: string, pinned: number | null, factBox: { id: string } | null }
            | { __typename: 'EmbedBlock', key: string, url: string, title: string | null }
            | { __typename: 'PullQuoteBlock', key: string, text: string, attribution: string | null }
            | { __typename: 'TableBlock', key: string, header: boolean, rows: Array<{ cells: Array<{ spans: Array<{ text: string, marks: Array<{ kind: MarkKind, href: string | null, article: { locale: string, slug: string } | null }> }> }> }> }
            | { __typename: 'DividerBlock', key: string }
          > }, factBoxes: Array<{ pinned: number | null, factBox: { id: string, slug: string, title: string, revision: number, updatedAt: string, items: Array<{ html: string, asOf: string | null, sources: Array<{ name: string, url: string | null, role: SourceRole }> }> } }>, sources: Array<{ name: string, url: string | null, role: SourceRole }>, corrections: Array<{ kind: CorrectionKind, text: string, at: string }>, tags: Array<{ slug: string, name: { text: string } }>, translations: Array<{ locale: string, slug: string, title: string }>, related: Array<{ article: { id: string, locale: string, slug: string, kind: ArticleKind, title: string, lead: string | null, publishedAt: string, section: { slug: string, name: { text: string } } | null, leadImage: { url: string, alt: string, caption: string | null, credit: string | null, width: number | null, height: number | null, focalPoint: { x: number, y: number } | null } | null, bylines: Array<{ role: BylineRole, name: string }> }, reasons: { sameSection: boolean, linksTo: boolean, linkedFrom: boolean, sharedTags: Array<{ name: { text: string } }>, sharedFactBoxes: Array<{ title: string }> } }>, leadImage: { url: string, alt: string, caption: string | null, credit: string | null, width: number | null, height: number | null, focalPoint: { x: number, y: number } | null } | null, bylines: Array<{ role: BylineRole, name: string }> }
      | { __typename: 'Author' }
      | { __typename: 'FactBox' }
      | { __typename: 'Image' }
      | { __typename: 'Section' }
      | { __typename: 'Tag' }
     | null } | null, sectionTree: Array<{ section: { slug: string, name: { text: string } }, children: Array<{ section: { slug: string, name: { text: string } } }> }> };

export type PictureFragment = { url: string, alt: string, caption: string | null, credit: string | null, width: number | null, height: number | null, focalPoint: { x: number, y: number } | null };

export type MastheadFragment = { sectionTree: Array<{ section: { slug: string, name: { text: string } }, children: Array<{ section: { slug: string, name: { text: string } } }> }> };

export type TeaserFragment = { id: string, locale: string, slug: string, kind: ArticleKind, title: string, lead: string | null, publishedAt: string, section: { slug: string, name: { text: string } } | null, leadImage: { url: string, alt: string, caption: string | null, credit: string | null, width: number | null, height: number | null, focalPoint: { x: number, y: number } | null } | null, bylines: Array<{ role: BylineRole, name: string }> };

export type FrontPageQueryVariables = Exact<{
  locale: Scalars['Locale']['input'];
  locales?: InputMaybe<Array<Scalars['Locale']['input']> | Scalars['Locale']['input']>;
  top?: Scalars['Int']['input'];
  each?: Scalars['Int']['input'];
}>;


export type FrontPageQuery = { top: { nodes: Array<{ id: string, locale: string, slug: string, kind: ArticleKind, title: string, lead: string | null, publishedAt: string, section: { slug: string, name: { text: string } } | null, leadImage: { url: string, alt: string, caption: string | null, credit: string | null, width: number | null, height: number | null, focalPoint: { x: number, y: number } | null } | null, bylines: Array<{ role: BylineRole, name: string }> }> }, opinion: { nodes: Array<{ id: string, locale: string, slug: string, kind: ArticleKind, title: string, lead: string | null, publishedAt: string, section: { slug: string, name: { text: string } } | null, leadImage: { url: string, alt: string, caption: string | null, credit: string | null, width: number | null, height: number | null, focalPoint: { x: number, y: number } | null } | null, bylines: Array<{ role: BylineRole, name: string }> }> }, sections: { nodes: Array<{ slug: string, name: { text: string }, articles: { nodes: Array<{ id: string, locale: string, slug: string, kind: ArticleKind, title: string, lead: string | null, publishedAt: string, section: { slug: string, name: { text: string } } | null, leadImage: { url: string, alt: string, caption: string | null, credit: string | null, width: number | null, height: number | null, focalPoint: { x: number, y: number } | null } | null, bylines: Array<{ role: BylineRole, name: string }> }> } }> }, sectionTree: Array<{ section: { slug: string, name: { text: string } }, children: Array<{ section: { slug: string, name: { text: string } } }> }> };

export type LatestQueryVariables = Exact<{
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ArticleFilter>;
}>;


export type LatestQuery = { articles: { nodes: Array<{ id: string, locale: string, slug: string, kind: ArticleKind, title: string, lead: string | null, publishedAt: string, section: { slug: string, name: { text: string } } | null, leadImage: { url: string, alt: string, caption: string | null, credit: string | null, width: number | null, height: number | null, focalPoint: { x: number, y: number } | null } | null, bylines: Array<{ role: BylineRole, name: string }> }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } } };

export type MastheadOnlyQueryVariables = Exact<{
  locale: Scalars['Locale']['input'];
  locales?: InputMaybe<Array<Scalars['Locale']['input']> | Scalars['Locale']['input']>;
}>;


export type MastheadOnlyQuery = { sectionTree: Array<{ section: { slug: string, name: { text: string } }, children: Array<{ section: { slug: string, name: { text: string } } }> }> };

export type ArticleChangedSubscriptionVariables = Exact<{
  filter?: InputMaybe<ArticleFilter>;
  since?: InputMaybe<Scalars['Sequence']['input']>;
}>;


export type ArticleChangedSubscription = { articleChanged: { sequence: string, at: string, type: ChangeType, articleId: string, article: { id: string, locale: string, slug: string, kind: ArticleKind, title: string, lead: string | null, publishedAt: string, section: { slug: string, name: { text: string } } | null, leadImage: { url: string, alt: string, caption: string | null, credit: string | null, width: number | null, height: number | null, focalPoint: { x: number, y: number } | null } | null, bylines: Array<{ role: BylineRole, name: string }> } | null } };

export type SearchPageQueryVariables = Exact<{
  q: Scalars['String']['input'];
  locale: Scalars['Locale']['input'];
  locales?: InputMaybe<Array<Scalars['Locale']['input']> | Scalars['Locale']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type SearchPageQuery = { articles: { search: { relaxed: boolean, suggestion: string | null } | null, edges: Array<{ node: { id: string, locale: string, slug: string, kind: ArticleKind, title: string, lead: string | null, publishedAt: string, section: { slug: string, name: { text: string } } | null, leadImage: { url: string, alt: string, caption: string | null, credit: string | null, width: number | null, height: number | null, focalPoint: { x: number, y: number } | null } | null, bylines: Array<{ role: BylineRole, name: string }> }, highlights: { title: { html: string }, lead: { html: string } | null, body: { html: string } | null } | null }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } }, sectionTree: Array<{ section: { slug: string, name: { text: string } }, children: Array<{ section: { slug: string, name: { text: string } } }> }> };

export type SectionPageQueryVariables = Exact<{
  slug: Scalars['String']['input'];
  locale: Scalars['Locale']['input'];
  locales?: InputMaybe<Array<Scalars['Locale']['input']> | Scalars['Locale']['input']>;
  first?: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type SectionPageQuery = { section: { slug: string, name: { text: string }, ancestors: Array<{ slug: string, name: { text: string } }> } | null, articles: { nodes: Array<{ id: string, locale: string, slug: string, kind: ArticleKind, title: string, lead: string | null, publishedAt: string, section: { slug: string, name: { text: string } } | null, leadImage: { url: string, alt: string, caption: string | null, credit: string | null, width: number | null, height: number | null, focalPoint: { x: number, y: number } | null } | null, bylines: Array<{ role: BylineRole, name: string }> }>, pageInfo: { endCursor: string | null, hasNextPage: boolean } }, sectionTree: Array<{ section: { slug: string, name: { text: string } }, children: Array<{ section: { slug: string, name: { text: string } } }> }> };

export const ArticlePage = new TypedDocument<ArticlePageQuery, ArticlePageQueryVariables>(
  "query ArticlePage($path: String!, $locale: Locale!, $locales: [Locale!]) {\n  ...Masthead\n  resolve(path: $path) {\n    outcome\n    path\n    since\n    reason\n    node {\n      __typename\n      ... on Article {\n        ...Teaser\n        contentUpdatedAt\n        canonicalUrl\n        seo {\n          title\n          description\n          noIndex\n        }\n        section {\n          ancestors {\n            slug\n            name {\n              text\n            }\n          }\n        }\n        body {\n          ...Blocks\n        }\n        factBoxes {\n          pinned\n          factBox {\n            ...Facts\n          }\n        }\n        sources {\n          ...Sourced\n        }\n        corrections {\n          kind\n          text\n          at\n        }\n        tags {\n          slug\n          name {\n            text\n          }\n        }\n        translations {\n          locale\n          slug\n          title\n        }\n        related(first: 4) {\n          article {\n            ...Teaser\n          }\n          reasons {\n            sameSection\n            linksTo\n            linkedFrom\n            sharedTags {\n              name {\n                text\n              }\n            }\n            sharedFactBoxes {\n              title\n            }\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment Blocks on Body {\n  blocks {\n    __typename\n    ... on TextBlock {\n      key\n      style\n      listItem\n      level\n      spans {\n        ...Runs\n      }\n    }\n    ... on ImageBlock {\n      key\n      caption\n      image {\n        ...Picture\n      }\n    }\n    ... on FactBoxBlock {\n      key\n      pinned\n      factBox {\n        id\n      }\n    }\n    ... on EmbedBlock {\n      key\n      url\n      title\n    }\n    ... on PullQuoteBlock {\n      key\n      text\n      attribution\n    }\n    ... on TableBlock {\n      key\n      header\n      rows {\n        cells {\n          spans {\n            ...Runs\n          }\n        }\n      }\n    }\n    ... on DividerBlock {\n      key\n    }\n  }\n}\n\nfragment Facts on FactBox {\n  id\n  slug\n  title\n  revision\n  updatedAt\n  items {\n    html\n    asOf\n    sources {\n      ...Sourced\n    }\n  }\n}\n\nfragment Masthead on Query {\n  sectionTree(articleLocale: $locale) {\n    section {\n      slug\n      name(locale: $locales) {\n        text\n      }\n    }\n    children {\n      section {\n        slug\n        name(locale: $locales) {\n          text\n        }\n      }\n    }\n  }\n}\n\nfragment Picture on Image {\n  url\n  alt\n  caption\n  credit\n  width\n  height\n  focalPoint {\n    x\n    y\n  }\n}\n\nfragment Runs on Span {\n  text\n  marks {\n    kind\n    href\n    article {\n      locale\n      slug\n    }\n  }\n}\n\nfragment Sourced on Source {\n  name\n  url\n  role\n}\n\nfragment Teaser on Article {\n  id\n  locale\n  slug\n  kind\n  title\n  lead\n  publishedAt\n  section {\n    slug\n    name {\n      text\n    }\n  }\n  leadImage {\n    ...Picture\n  }\n  bylines {\n    role\n    name\n  }\n}",
  "a5e2b3ede6ea97ef8c4ed79f336ca7a94934b88b93004137de4b2b7ad989d179",
);

export const FrontPage = new TypedDocument<FrontPageQuery, FrontPageQueryVariables>(
  "query FrontPage($locale: Locale!, $locales: [Locale!], $top: Int! = 6, $each: Int! = 8) {\n  ...Masthead\n  top: articles(first: $top, filter: {locale: $locales}) {\n    nodes {\n      ...Teaser\n    }\n  }\n  opinion: articles(first: 3, filter: {locale: $locales, kind: OPINION}) {\n    nodes {\n      ...Teaser\n    }\n  }\n  sections(first: 12) {\n    nodes {\n      slug\n      name(locale: $locales) {\n        text\n      }\n      articles(first: $each, filter: {locale: $locales}) {\n        nodes {\n          ...Teaser\n        }\n      }\n    }\n  }\n}\n\nfragment Masthead on Query {\n  sectionTree(articleLocale: $locale) {\n    section {\n      slug\n      name(locale: $locales) {\n        text\n      }\n    }\n    children {\n      section {\n        slug\n        name(locale: $locales) {\n          text\n        }\n      }\n    }\n  }\n}\n\nfragment Picture on Image {\n  url\n  alt\n  caption\n  credit\n  width\n  height\n  focalPoint {\n    x\n    y\n  }\n}\n\nfragment Teaser on Article {\n  id\n  locale\n  slug\n  kind\n  title\n  lead\n  publishedAt\n  section {\n    slug\n    name {\n      text\n    }\n  }\n  leadImage {\n    ...Picture\n  }\n  bylines {\n    role\n    name\n  }\n}",
  "562e4f28a303aba89d76b80b07df0ce2a6095f3fb2cb00fb673733bc97db7eab",
);

export const Latest = new TypedDocument<LatestQuery, LatestQueryVariables>(
  "query Latest($first: Int!, $after: String, $filter: ArticleFilter) {\n  articles(first: $first, after: $after, filter: $filter) {\n    nodes {\n      ...Teaser\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment Picture on Image {\n  url\n  alt\n  caption\n  credit\n  width\n  height\n  focalPoint {\n    x\n    y\n  }\n}\n\nfragment Teaser on Article {\n  id\n  locale\n  slug\n  kind\n  title\n  lead\n  publishedAt\n  section {\n    slug\n    name {\n      text\n    }\n  }\n  leadImage {\n    ...Picture\n  }\n  bylines {\n    role\n    name\n  }\n}",
  "3c88b344d91d663935c1bf54e6073f4cffa5311f8558225627f1b6251b6c1a2c",
);

export const MastheadOnly = new TypedDocument<MastheadOnlyQuery, MastheadOnlyQueryVariables>(
  "query MastheadOnly($locale: Locale!, $locales: [Locale!]) {\n  ...Masthead\n}\n\nfragment Masthead on Query {\n  sectionTree(articleLocale: $locale) {\n    section {\n      slug\n      name(locale: $locales) {\n        text\n      }\n    }\n    children {\n      section {\n        slug\n        name(locale: $locales) {\n          text\n        }\n      }\n    }\n  }\n}",
  "a2c527dc04032d78f3232e997970d6d21e666e04b7c705f8ed1936c9ac674e6b",
);

export const ArticleChanged = new TypedDocument<ArticleChangedSubscription, ArticleChangedSubscriptionVariables>(
  "subscription ArticleChanged($filter: ArticleFilter, $since: Sequence) {\n  articleChanged(filter: $filter, since: $since) {\n    sequence\n    at\n    type\n    articleId\n    article {\n      ...Teaser\n    }\n  }\n}\n\nfragment Picture on Image {\n  url\n  alt\n  caption\n  credit\n  width\n  height\n  focalPoint {\n    x\n    y\n  }\n}\n\nfragment Teaser on Article {\n  id\n  locale\n  slug\n  kind\n  title\n  lead\n  publishedAt\n  section {\n    slug\n    name {\n      text\n    }\n  }\n  leadImage {\n    ...Picture\n  }\n  bylines {\n    role\n    name\n  }\n}",
  "28f68a3ed1dc74921b1c689d1ccbdbe70b930ef3dbd649e1862ee2999bdf170c",
);

export const SearchPage = new TypedDocument<SearchPageQuery, SearchPageQueryVariables>(
  "query SearchPage($q: String!, $locale: Locale!, $locales: [Locale!], $first: Int! = 30, $after: String) {\n  ...Masthead\n  articles(first: $first, after: $after, filter: {q: $q, locale: $locales}) {\n    search {\n      relaxed\n      suggestion\n    }\n    edges {\n      node {\n        ...Teaser\n      }\n      highlights {\n        title {\n          html\n        }\n        lead {\n          html\n        }\n        body {\n          html\n        }\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment Masthead on Query {\n  sectionTree(articleLocale: $locale) {\n    section {\n      slug\n      name(locale: $locales) {\n        text\n      }\n    }\n    children {\n      section {\n        slug\n        name(locale: $locales) {\n          text\n        }\n      }\n    }\n  }\n}\n\nfragment Picture on Image {\n  url\n  alt\n  caption\n  credit\n  width\n  height\n  focalPoint {\n    x\n    y\n  }\n}\n\nfragment Teaser on Article {\n  id\n  locale\n  slug\n  kind\n  title\n  lead\n  publishedAt\n  section {\n    slug\n    name {\n      text\n    }\n  }\n  leadImage {\n    ...Picture\n  }\n  bylines {\n    role\n    name\n  }\n}",
  "0a29e652698988f86d286d128ef38176aface97a01717f65b47b13ee7cf1af68",
);

export const SectionPage = new TypedDocument<SectionPageQuery, SectionPageQueryVariables>(
  "query SectionPage($slug: String!, $locale: Locale!, $locales: [Locale!], $first: Int! = 12, $after: String) {\n  ...Masthead\n  section(slug: $slug) {\n    slug\n    name(locale: $locales) {\n      text\n    }\n    ancestors {\n      slug\n      name(locale: $locales) {\n        text\n      }\n    }\n  }\n  articles(\n    first: $first\n    after: $after\n    filter: {locale: $locales, sectionTree: $slug}\n  ) {\n    nodes {\n      ...Teaser\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}\n\nfragment Masthead on Query {\n  sectionTree(articleLocale: $locale) {\n    section {\n      slug\n      name(locale: $locales) {\n        text\n      }\n    }\n    children {\n      section {\n        slug\n        name(locale: $locales) {\n          text\n        }\n      }\n    }\n  }\n}\n\nfragment Picture on Image {\n  url\n  alt\n  caption\n  credit\n  width\n  height\n  focalPoint {\n    x\n    y\n  }\n}\n\nfragment Teaser on Article {\n  id\n  locale\n  slug\n  kind\n  title\n  lead\n  publishedAt\n  section {\n    slug\n    name {\n      text\n    }\n  }\n  leadImage {\n    ...Picture\n  }\n  bylines {\n    role\n    name\n  }\n}",
  "32311a76a35c428e83320f195073de9c8058352c91a88c440a575bbfe8e7458f",
);
