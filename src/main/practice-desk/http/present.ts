import { localeIdOf } from '../data/locales.ts';
import { attachmentAddress, DESK_ADDRESS, type Desk } from '../desk.ts';
import type {
  Article,
  Attachment,
  Audit,
  CommentEvent,
  Group,
  Macro,
  Organization,
  RatingRow,
  Ticket,
  TicketField,
  User,
  View,
} from '../model.ts';

/** Stored records as Zendesk's JSON. Addresses stay `DESK_ADDRESS` until `answer` fills in the port. */
const api = `${DESK_ADDRESS}/api/v2`;
export const BRAND_ID = 360002000001;

export const presentTicket = (ticket: Ticket) => {
  const { change: _change, changedAt, rating, solved_at: _solvedAt, deletion: _deletion, ...rest } = ticket;
  return {
    url: `${api}/tickets/${ticket.id}.json`,
    ...rest,
    raw_subject: ticket.subject,
    recipient: ticket.via.channel === 'email' ? 'help@fjell-fathom.example' : null,
    follower_ids: ticket.follower_ids ?? [],
    email_cc_ids: ticket.collaborator_ids,
    fields: ticket.custom_fields,
    satisfaction_rating: rating ?? { score: 'unoffered' },
    generated_timestamp: Math.floor(changedAt / 1000),
    forum_topic_id: null,
    has_incidents: false,
    is_public: true,
    sharing_agreement_ids: [],
    followup_ids: ticket.followup_ids ?? [],
    brand_id: BRAND_ID,
    ticket_form_id: null,
    allow_channelback: false,
    allow_attachments: true,
    from_messaging_channel: false,
  };
};

export const presentUser = (user: User) => ({
  url: `${api}/users/${user.id}.json`,
  ...user,
  alias: '',
  details: '',
  external_id: null,
  iana_time_zone: user.time_zone,
  last_login_at: null,
  locale_id: localeIdOf(user.locale),
  moderator: user.role !== 'end-user',
  only_private_comments: false,
  photo: null,
  restricted_agent: user.ticket_restriction !== null,
  role_type: user.role === 'admin' ? 4 : null,
  custom_role_id: null,
  shared: false,
  shared_agent: false,
  shared_phone_number: user.phone ? false : null,
  suspended: false,
  two_factor_auth_enabled: null,
  user_fields: {},
  verified: true,
});

export const presentGroup = (group: Group) => ({
  url: `${api}/groups/${group.id}.json`,
  ...group,
  default: false,
  deleted: false,
  is_public: true,
});

export const presentOrganization = (organization: Organization) => ({
  url: `${api}/organizations/${organization.id}.json`,
  ...organization,
  details: '',
  external_id: null,
  group_id: null,
  shared_comments: false,
  shared_tickets: false,
  organization_fields: {},
});

export const presentAttachment = (attachment: Attachment) => ({
  url: `${api}/attachments/${attachment.id}.json`,
  id: attachment.id,
  file_name: attachment.file_name,
  content_url: attachmentAddress(attachment),
  mapped_content_url: attachmentAddress(attachment),
  content_type: attachment.content_type,
  size: attachment.size,
  width: attachment.width,
  height: attachment.height,
  inline: attachment.inline,
  deleted: false,
  malware_access_override: false,
  malware_scan_result: 'malware_not_found',
  thumbnails: [],
});

const attachmentsOf = (desk: Desk, comment: CommentEvent) =>
  comment.attachment_ids.flatMap((id) => {
    const attachment = desk.store.get('attachments', id);
    return attachment ? [presentAttachment(attachment)] : [];
  });

/** A comment as `/tickets/{id}/comments` gives it. Inline images are left out of `attachments` unless asked for. */
export const presentComment = (desk: Desk, audit: Audit, comment: CommentEvent, inlineImages: boolean) => ({
  id: comment.id,
  type: 'Comment',
  author_id: comment.author_id,
  body: comment.body,
  html_body: comment.html_body,
  plain_body: comment.body,
  public: comment.public,
  attachments: attachmentsOf(desk, comment).filter((attachment) => inlineImages || !attachment.inline),
  audit_id: audit.id,
  via: audit.via,
  created_at: audit.created_at,
  metadata: audit.metadata,
});

export const presentAudit = (desk: Desk, audit: Audit) => ({
  ...audit,
  events: audit.events.map((event) => {
    if (event.type === 'Comment') {
      const { attachment_ids: _ids, ...rest } = event;
      return { ...rest, plain_body: event.body, audit_id: audit.id, attachments: attachmentsOf(desk, event) };
    }
    if (event.type === 'Notification')
      return {
        ...event,
        via: {
          channel: 'rule',
          source: { from: { id: 360003000001, title: 'Notify requester of comment update' }, to: {}, rel: 'trigger' },
        },
      };
    return event;
  }),
});

export const presentView = (view: View) => {
  const { conditions, sort_by, sort_order, ...rest } = view;
  return {
    url: `${api}/views/${view.id}.json`,
    ...rest,
    raw_title: view.title,
    default: false,
    conditions,
    execution: {
      group_by: null,
      group_order: 'asc',
      sort_by,
      sort_order,
      columns: ['status', 'subject', 'requester', 'created', 'updated', 'assignee'].map((id) => ({ id, title: id })),
      fields: [],
      custom_fields: [],
    },
  };
};

export const presentMacro = ({ attachment_ids: attachments = [], ...macro }: Macro) => ({
  url: `${api}/macros/${macro.id}.json`,
  ...macro,
  attachments,
  raw_title: macro.title,
  default: false,
});

export const presentMacroAttachment = (attachment: Attachment, { created_at }: Macro) => ({
  id: attachment.id,
  filename: attachment.file_name,
  content_type: attachment.content_type,
  content_url: attachmentAddress(attachment),
  size: attachment.size,
  created_at,
});

export const presentField = (field: TicketField) => {
  const { custom_field_options: options, ...rest } = field;
  return {
    url: `${api}/ticket_fields/${field.id}.json`,
    ...rest,
    raw_title: field.title,
    raw_description: field.description,
    title_in_portal: field.title,
    agent_description: null,
    collapsed_for_agents: false,
    editable_in_portal: true,
    visible_in_portal: true,
    required_in_portal: false,
    regexp_for_validation: null,
    tag: null,
    ...(field.type === 'tagger'
      ? { custom_field_options: options.map((option) => ({ ...option, raw_name: option.name, default: false })) }
      : {}),
    ...(field.type === 'status' || field.type === 'priority' || field.type === 'tickettype'
      ? { system_field_options: options.map(({ name, value }) => ({ name, value })) }
      : {}),
  };
};

export const presentRating = (rating: RatingRow) => ({
  url: `${api}/satisfaction_ratings/${rating.id}.json`,
  ...rating,
  reason: rating.score === 'bad' ? 'Some other reason' : null,
  reason_code: null,
  reason_id: null,
});

export const presentArticle = (article: Article) => ({
  url: `${api}/help_center/${article.locale}/articles/${article.id}.json`,
  html_url: `${DESK_ADDRESS}/hc/${article.locale}/articles/${article.id}`,
  ...article,
  name: article.title,
  source_locale: article.locale,
  outdated: false,
  outdated_locales: [],
  comments_disabled: true,
  permission_group_id: 360003100001,
  content_tag_ids: [],
});
