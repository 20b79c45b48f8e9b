/**
 * What a template sees of a ticket, under the names of Zendesk's placeholders reference
 * (https://support.zendesk.com/hc/en-us/articles/4408886858138). Plain JSON; what is not known is null or not there.
 */
export type TemplateData = {
  readonly ticket: TicketData;
  /** As `ticket.requester`, `ticket.assignee` and `ticket.organization`. */
  readonly requester: PersonData | null;
  readonly assignee: PersonData | null;
  readonly organization: OrganizationData | null;
  /** Who renders it. */
  readonly current_user: PersonData;
  /** Dynamic content by its name: templates, filled in where they are named. */
  readonly dc: Readonly<Record<string, string>>;
};

/** Values that a template can be given, by name. */
export type TemplateScope = { readonly [name: string]: TemplateValue };

export type TemplateValue =
  | string
  | number
  | boolean
  | null
  | readonly TemplateValue[]
  | { readonly [key: string]: TemplateValue };

export type TicketData = {
  /** A number where the helpdesk's is one, null until it has given one. */
  readonly id: string | number | null;
  readonly external_id?: string | null;
  readonly title: string;
  /** The first message, in plain text. */
  readonly description: string | null;
  /** In Zendesk's English words, whatever the helpdesk: New, Open, Pending, On-hold, Solved, Closed. */
  readonly status: string;
  /** The helpdesk's own name of it. */
  readonly custom_status: string;
  readonly priority: string | null;
  readonly ticket_type: string | null;
  readonly type: string | null;
  readonly via: string;
  /** Without the protocol, as Zendesk has it. */
  readonly url: string | null;
  readonly url_with_protocol: string | null;
  readonly link: string | null;
  /** Parted by spaces, so that `contains` and `split: " "` work as agents know them. */
  readonly tags: string;
  /** The account's name. */
  readonly account: string;
  readonly requester: PersonData | null;
  readonly assignee: PersonData | null;
  readonly group: { readonly id: string; readonly name: string } | null;
  readonly organization: OrganizationData | null;
  readonly latest_comment: CommentData | null;
  readonly latest_public_comment: CommentData | null;
  /** By the field's id: what the helpdesk stores. */
  readonly [field: `ticket_field_${string}`]: TemplateValue;
  /** By the field's id, of a field with options: what people read. */
  readonly [title: `ticket_field_option_title_${string}`]: string;
} & Instants<'created_at' | 'updated_at' | 'due_date'>;

/** ISO 8601 in UTC, to be formatted by the filter `date`. */
type Instants<Name extends string> = {
  readonly [Key in Name | `${Name}_with_timestamp`]?: string | null;
};

export type PersonData = {
  readonly id: string | number;
  readonly name: string;
  /** The first word of the name. */
  readonly first_name: string | null;
  /** The other words. */
  readonly last_name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** The language's English name. */
  readonly language: string | null;
  /** BCP 47. */
  readonly locale: string | null;
  /** IANA name. */
  readonly time_zone: string | null;
  readonly notes: string | null;
  readonly organization: OrganizationData | null;
};

export type OrganizationData = { readonly id: string; readonly name: string };

/** Printed by itself it is its text. */
export type CommentData = {
  readonly value: string;
  readonly author: { readonly name: string };
  readonly created_at: string;
  readonly created_at_with_time: string;
  readonly is_public: boolean;
};
