/** A telephone number as it is understood. */
export type PhoneNumber = {
  /** `+4791234567`; null for short codes and internal extensions, which have no international form. */
  readonly e164: string | null;
  /** As people of `country` write it, or as it came. */
  readonly shown: string;
  /** ISO 3166-1 alpha-2; null where it is not known. */
  readonly country: string | null;
  readonly extension: string | null;
};
