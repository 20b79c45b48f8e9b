import type { SideConversation } from './side-model.ts';

/** What the desk keeps. Fields are named as Zendesk's API names them, so that answering is mostly handing them out. */

export type DeskStatus = 'new' | 'open' | 'pending' | 'hold' | 'solved' | 'closed';
export type DeskPriority = 'low' | 'normal' | 'high' | 'urgent';
export type DeskType = 'question' | 'incident' | 'problem' | 'task';
export type ViaChannel = 'email' | 'web' | 'chat' | 'voice' | 'sms' | 'twitter' | 'facebook' | 'api' | 'rule';

type ViaSide = Readonly<Record<string, string | number | readonly string[] | null>>;
export type Via = {
  readonly channel: ViaChannel;
  readonly source: {
    readonly from: ViaSide;
    readonly to: ViaSide;
    readonly rel: string | null;
  };
};

export type User = {
  readonly id: number;
  readonly name: string;
  readonly email: string | null;
  readonly role: 'admin' | 'agent' | 'end-user';
  readonly phone: string | null;
  readonly locale: string;
  readonly time_zone: string;
  readonly organization_id: number | null;
  readonly default_group_id: number | null;
  /** Which tickets an agent sees; null is all of them. */
  readonly ticket_restriction: 'groups' | 'assigned' | 'requested' | null;
  readonly notes: string;
  readonly tags: readonly string[];
  readonly signature: string | null;
  readonly active: boolean;
  readonly created_at: string;
  readonly updated_at: string;
};

export type Group = {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly created_at: string;
  readonly updated_at: string;
};
export type GroupMembership = {
  readonly id: number;
  readonly user_id: number;
  readonly group_id: number;
  readonly default: boolean;
  readonly created_at: string;
  readonly updated_at: string;
};
export type Organization = {
  readonly id: number;
  readonly name: string;
  readonly domain_names: readonly string[];
  readonly notes: string;
  readonly tags: readonly string[];
  readonly created_at: string;
  readonly updated_at: string;
};

export type CustomValue = string | number | boolean | readonly string[] | null;

export type Ticket = {
  readonly id: number;
  readonly subject: string;
  readonly description: string;
  readonly status: DeskStatus | 'deleted';
  readonly custom_status_id: number;
  readonly priority: DeskPriority | null;
  readonly type: DeskType | null;
  readonly requester_id: number;
  readonly submitter_id: number;
  readonly assignee_id: number | null;
  readonly group_id: number | null;
  readonly organization_id: number | null;
  readonly tags: readonly string[];
  readonly custom_fields: readonly { readonly id: number; readonly value: CustomValue }[];
  readonly collaborator_ids: readonly number[];
  /** Agents. Absent on most, and on all that older desks kept. */
  readonly follower_ids?: readonly number[];
  readonly via: Via;
  readonly rating: Rating | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly solved_at: string | null;
  readonly external_id: string | null;
  readonly problem_id: number | null;
  readonly due_at: string | null;
  /** Grows with every change on the desk: the order of the cursor export, where a clock of seconds would tie. */
  readonly change: number;
  /** UTC milliseconds of that change. */
  readonly changedAt: number;
  readonly deletion: { readonly by: number; readonly at: string; readonly previous: DeskStatus } | null;
  /** Tickets that took this one up again after it was closed. Absent on most, and on all that older desks kept. */
  readonly followup_ids?: readonly number[];
};

export type Rating = {
  readonly id: number;
  readonly score: 'offered' | 'good' | 'bad';
  readonly comment: string | null;
};

export type RatingRow = {
  readonly id: number;
  readonly score: 'offered' | 'good' | 'bad';
  readonly comment: string | null;
  readonly ticket_id: number;
  readonly assignee_id: number | null;
  readonly group_id: number | null;
  readonly requester_id: number;
  readonly created_at: string;
  readonly updated_at: string;
};

export type CommentEvent = {
  readonly id: number;
  readonly type: 'Comment';
  readonly author_id: number;
  readonly body: string;
  readonly html_body: string;
  readonly public: boolean;
  readonly attachment_ids: readonly number[];
};
export type ChangeEvent = {
  readonly id: number;
  readonly type: 'Create' | 'Change';
  readonly field_name: string;
  readonly value: CustomValue;
  readonly previous_value?: CustomValue;
};
export type NotificationEvent = {
  readonly id: number;
  readonly type: 'Notification';
  readonly subject: string;
  readonly body: string;
  readonly recipients: readonly number[];
};
export type AuditEvent = CommentEvent | ChangeEvent | NotificationEvent;

export type Audit = {
  readonly id: number;
  readonly ticket_id: number;
  readonly created_at: string;
  readonly author_id: number;
  readonly via: Via;
  readonly metadata: {
    readonly system: Readonly<Record<string, string>>;
    readonly custom: Readonly<Record<string, unknown>>;
  };
  readonly events: readonly AuditEvent[];
};

export type Attachment = {
  readonly id: number;
  /** The secret part of its address. */
  readonly token: string;
  readonly file_name: string;
  readonly content_type: string;
  readonly size: number;
  readonly inline: boolean;
  readonly width: number | null;
  readonly height: number | null;
  readonly sha256: string;
  /** Set until a comment takes the upload. */
  readonly upload_token: string | null;
};

export type Condition = {
  readonly field: string;
  readonly operator: string;
  readonly value: string | readonly string[];
};
export type View = {
  readonly id: number;
  readonly title: string;
  readonly description: string;
  readonly active: boolean;
  readonly position: number;
  readonly conditions: { readonly all: readonly Condition[]; readonly any: readonly Condition[] };
  readonly sort_by: string;
  readonly sort_order: 'asc' | 'desc';
  readonly restriction: { readonly type: 'Group'; readonly id: number; readonly ids: readonly number[] } | null;
  readonly created_at: string;
  readonly updated_at: string;
};

export type Macro = {
  readonly id: number;
  readonly title: string;
  readonly description: string;
  readonly active: boolean;
  readonly position: number;
  readonly actions: readonly { readonly field: string; readonly value: string | readonly string[] }[];
  /** Files that go along with its comment. Absent on most, and on all that older desks kept. */
  readonly attachment_ids?: readonly number[];
  readonly restriction: {
    readonly type: 'Group' | 'User';
    readonly id: number;
    readonly ids: readonly number[];
  } | null;
  readonly created_at: string;
  readonly updated_at: string;
};

export type DynamicContentItem = {
  readonly id: number;
  readonly name: string;
  readonly placeholder: string;
  readonly default_locale_id: number;
  readonly outdated: boolean;
  readonly variants: readonly {
    readonly id: number;
    readonly content: string;
    readonly locale_id: number;
    readonly outdated: boolean;
    readonly active: boolean;
    readonly default: boolean;
    readonly created_at: string;
    readonly updated_at: string;
  }[];
  readonly created_at: string;
  readonly updated_at: string;
};

export type TicketField = {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly active: boolean;
  readonly required: boolean;
  readonly removable: boolean;
  readonly position: number;
  readonly custom_field_options: readonly { readonly id: number; readonly name: string; readonly value: string }[];
  readonly created_at: string;
  readonly updated_at: string;
};

export type CustomStatus = {
  readonly id: number;
  readonly status_category: DeskStatus;
  readonly agent_label: string;
  readonly end_user_label: string;
  readonly description: string;
  readonly default: boolean;
  readonly active: boolean;
  readonly created_at: string;
  readonly updated_at: string;
};

export type Category = {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly locale: string;
  readonly position: number;
  readonly created_at: string;
  readonly updated_at: string;
};
export type Section = Category & { readonly category_id: number };
export type Article = {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  readonly section_id: number;
  readonly author_id: number;
  readonly locale: string;
  readonly draft: boolean;
  /** Set for articles that only agents may read. */
  readonly user_segment_id: number | null;
  readonly label_names: readonly string[];
  readonly position: number;
  readonly promoted: boolean;
  readonly vote_sum: number;
  readonly vote_count: number;
  readonly created_at: string;
  readonly updated_at: string;
  readonly edited_at: string;
};

export type Activity = {
  readonly id: number;
  readonly verb: 'tickets.assignment' | 'tickets.comment' | 'tickets.priority_increase';
  readonly user_id: number;
  readonly actor_id: number;
  readonly ticket_id: number;
  readonly title: string;
  readonly comment_id: number | null;
  readonly created_at: string;
};

export type JobStatus = {
  readonly id: string;
  readonly status: 'queued' | 'working' | 'completed' | 'failed';
  readonly total: number;
  readonly progress: number;
  readonly message: string;
  readonly results: readonly Readonly<Record<string, unknown>>[];
};

/** An answer kept so that a repeated Idempotency-Key gets it again. */
export type IdempotentAnswer = {
  readonly id: string;
  readonly bodyHash: string;
  readonly ticketId: number;
  readonly at: number;
};

export type OauthGrant = {
  readonly id: string;
  readonly kind: 'code' | 'access' | 'refresh';
  readonly userId: number;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly challenge: string | null;
  readonly scope: string;
  readonly expiresAt: number;
};

/** Something that will happen on the desk at a time already decided. */
export type Plan = {
  readonly id: number;
  readonly at: number;
  readonly kind: 'customerAnswers' | 'newTicket' | 'rating' | 'colleagueWorks' | 'closeSolved';
  readonly ticketId: number | null;
};

export type Tables = {
  readonly users: User;
  readonly groups: Group;
  readonly memberships: GroupMembership;
  readonly organizations: Organization;
  readonly tickets: Ticket;
  readonly audits: Audit;
  readonly attachments: Attachment;
  readonly sideConversations: SideConversation;
  readonly views: View;
  readonly macros: Macro;
  readonly dynamicContent: DynamicContentItem;
  readonly ticketFields: TicketField;
  readonly customStatuses: CustomStatus;
  readonly ratings: RatingRow;
  readonly categories: Category;
  readonly sections: Section;
  readonly articles: Article;
  readonly activities: Activity;
  readonly jobs: JobStatus;
  readonly idempotency: IdempotentAnswer;
  readonly grants: OauthGrant;
  readonly plans: Plan;
  /** Counters and single facts by name. */
  readonly facts: { readonly id: string; readonly value: number };
};
export type TableName = keyof Tables;
export const TABLE_NAMES = [
  'users',
  'groups',
  'memberships',
  'organizations',
  'tickets',
  'audits',
  'attachments',
  'sideConversations',
  'views',
  'macros',
  'dynamicContent',
  'ticketFields',
  'customStatuses',
  'ratings',
  'categories',
  'sections',
  'articles',
  'activities',
  'jobs',
  'idempotency',
  'grants',
  'plans',
  'facts',
] as const satisfies readonly TableName[];
