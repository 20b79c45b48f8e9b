import { err, ok, type Result } from '#shared/result.ts';
import { type Desk, FIRST, groupsOf, isAgent } from './desk.ts';
import type { CommentEvent, DeskPriority, DeskStatus, DeskType, Ticket, User } from './model.ts';
import { invalid, type Refusal } from './refusal.ts';
import { htmlToText, textToHtml } from './text-html.ts';
import type { CommentInput, TicketInput } from './ticket-input.ts';
import { createUser } from './write-user.ts';

export const OPEN_STATUSES: readonly string[] = ['new', 'open', 'pending', 'hold', 'solved'];
const PRIORITIES: readonly string[] = ['low', 'normal', 'high', 'urgent'];
const TYPES: readonly string[] = ['question', 'incident', 'problem', 'task'];

const cleanTags = (tags: readonly string[]): readonly string[] =>
  [...new Set(tags.flatMap((tag) => tag.toLowerCase().split(/[\s,]+/)).filter((tag) => tag !== ''))].sort();

/** The comment that `input` asks for, with its uploads taken; refused when it is blank or names an upload that is none. */
export const commentEvent = (desk: Desk, input: CommentInput, authorId: number): Result<CommentEvent, Refusal> => {
  const html = input.html_body ?? (input.body === undefined ? '' : textToHtml(input.body));
  const body = input.html_body === undefined ? (input.body ?? '') : htmlToText(input.html_body);
  const attachmentIds: number[] = [];
  for (const token of input.uploads ?? []) {
    const taken = desk.store.all('attachments').filter((attachment) => attachment.upload_token === token);
    if (taken.length === 0)
      return err(invalid('base', 'Uploads: the upload token has expired or is not known', 'InvalidUploadToken'));
    for (const attachment of taken) {
      desk.store.put('attachments', { ...attachment, upload_token: null });
      attachmentIds.push(attachment.id);
    }
  }
  if (body.trim() === '' && attachmentIds.length === 0)
    return err(invalid('base', 'Comment: cannot be blank', 'BlankValue'));
  return ok({
    id: desk.store.nextId('events', FIRST.events),
    type: 'Comment',
    author_id: authorId,
    body,
    html_body: html.startsWith('<div class="zd-comment"') ? html : `<div class="zd-comment" dir="auto">${html}</div>`,
    public: input.public ?? true,
    attachment_ids: attachmentIds,
  });
};

/** The custom status that stands for `status` when none was chosen. */
export const customStatusFor = (desk: Desk, status: DeskStatus): number =>
  desk.store.all('customStatuses').find((custom) => custom.status_category === status && custom.default)?.id ?? 0;

/** What would be stored for `input` over `base`; refused where a value is none of the field's. */
export const applyInput = (desk: Desk, base: Ticket, input: TicketInput, actor: User): Result<Ticket, Refusal> => {
  let status: string = input.status ?? base.status;
  let customStatusId = base.custom_status_id;
  if (input.custom_status_id !== undefined) {
    const custom = desk.store.get('customStatuses', input.custom_status_id);
    if (!custom?.active) return err(invalid('custom_status_id', 'Custom status: is not valid'));
    status = custom.status_category;
    customStatusId = custom.id;
  }
  if (!OPEN_STATUSES.includes(status) && !(status === 'closed' && base.status === 'solved'))
    return err(invalid('status', `Status: ${status} is not valid`));
  if (input.priority != null && !PRIORITIES.includes(input.priority))
    return err(invalid('priority', `Priority: ${input.priority} is not valid`));
  if (input.type != null && !TYPES.includes(input.type))
    return err(invalid('type', `Type: ${input.type} is not valid`));
  if (input.subject !== undefined && input.subject.trim() === '')
    return err(invalid('subject', 'Subject: cannot be blank', 'BlankValue'));

  let assigneeId = input.assignee_id === undefined ? base.assignee_id : input.assignee_id;
  if (input.assignee_email !== undefined)
    assigneeId = desk.store.all('users').find((user) => user.email === input.assignee_email)?.id ?? -1;
  let groupId = input.group_id === undefined ? base.group_id : input.group_id;
  if (groupId !== null && !desk.store.get('groups', groupId)) return err(invalid('group', 'Group: is not valid'));
  if (assigneeId !== null && assigneeId !== base.assignee_id) {
    const assignee = desk.store.get('users', assigneeId);
    if (!assignee || !isAgent(assignee) || !assignee.active)
      return err(invalid('assignee', 'Assignee: is not valid', 'InvalidValue'));
    if (input.group_id == null && (groupId === null || !groupsOf(desk, assigneeId).includes(groupId)))
      groupId = assignee.default_group_id;
  }
  if (assigneeId !== null && groupId !== null && !groupsOf(desk, assigneeId).includes(groupId)) {
    if (input.assignee_id != null)
      return err(invalid('assignee', 'Assignee: is not a member of the group that the ticket is in'));
    assigneeId = null;
  }
  if (input.requester_id !== undefined && !desk.store.get('users', input.requester_id))
    return err(invalid('requester', 'Requester: is not valid'));
  // An agent who solves what nobody had takes it.
  if (status === 'solved' && base.status !== 'solved' && assigneeId === null && isAgent(actor)) {
    assigneeId = actor.id;
    if (groupId === null || !groupsOf(desk, actor.id).includes(groupId)) groupId = actor.default_group_id;
  }
  if (status === 'new' && assigneeId !== null) status = 'open';

  const given = input.custom_fields ?? input.fields ?? [];
  for (const field of given) {
    const known = desk.store.get('ticketFields', field.id);
    if (!known) continue;
    const allowed = known.custom_field_options.map((option) => option.value);
    if (known.type === 'tagger' && field.value !== null && field.value !== '' && !allowed.includes(String(field.value)))
      return err(invalid('base', `${known.title}: ${String(field.value)} is not a valid option`));
  }
  const fields = base.custom_fields.map((field) => {
    const found = given.find((candidate) => candidate.id === field.id);
    return found ? { id: field.id, value: found.value === '' ? null : found.value } : field;
  });
  if (status === 'solved' && base.status !== 'solved')
    for (const field of desk.store.all('ticketFields'))
      if (field.required && field.removable && (fields.find((one) => one.id === field.id)?.value ?? null) === null)
        return err(invalid('base', `${field.title}: is required when solving a ticket`, 'BlankValue'));

  let tags = input.tags === undefined ? base.tags : cleanTags(input.tags);
  if (input.additional_tags) tags = cleanTags([...tags, ...input.additional_tags]);
  if (input.remove_tags) {
    const gone = cleanTags(input.remove_tags);
    tags = tags.filter((tag) => !gone.includes(tag));
  }
  const collaborators = new Set(input.collaborator_ids ?? base.collaborator_ids);
  for (const cc of input.email_ccs ?? []) {
    const user =
      cc.user_id === undefined
        ? cc.user_email === undefined
          ? undefined
          : (desk.store.all('users').find((one) => one.email === cc.user_email) ??
            createUser(desk, { name: cc.user_email, email: cc.user_email }))
        : desk.store.get('users', cc.user_id);
    if (!user) continue;
    if (cc.action === 'delete') collaborators.delete(user.id);
    else collaborators.add(user.id);
  }
  return ok({
    ...base,
    subject: input.subject ?? base.subject,
    status: status as DeskStatus,
    custom_status_id:
      desk.store.get('customStatuses', customStatusId)?.status_category === status
        ? customStatusId
        : customStatusFor(desk, status as DeskStatus),
    priority: input.priority === undefined ? base.priority : (input.priority as DeskPriority | null),
    type: input.type === undefined ? base.type : (input.type as DeskType | null),
    requester_id: input.requester_id ?? base.requester_id,
    assignee_id: assigneeId,
    group_id: groupId,
    organization_id: input.organization_id === undefined ? base.organization_id : input.organization_id,
    tags,
    custom_fields: fields,
    collaborator_ids: [...collaborators],
    ...followersAfter(desk, base, input.followers ?? []),
    external_id: input.external_id === undefined ? base.external_id : input.external_id,
    problem_id: input.problem_id === undefined ? base.problem_id : input.problem_id,
    due_at: input.due_at === undefined ? base.due_at : input.due_at,
  });
};

/** Only agents follow; others are passed over, as the API does. Nothing where it stays as it was. */
const followersAfter = (
  desk: Desk,
  { follower_ids: before = [] }: Ticket,
  wanted: NonNullable<TicketInput['followers']>,
): Pick<Ticket, 'follower_ids'> => {
  const after = new Set(before);
  for (const { user_id, user_email, action } of wanted) {
    const user =
      user_id === undefined
        ? desk.store.all('users').find((one) => one.email === user_email)
        : desk.store.get('users', user_id);
    if (!user || !isAgent(user)) continue;
    if (action === 'delete') after.delete(user.id);
    else after.add(user.id);
  }
  const isSame = after.size === before.length && before.every((id) => after.has(id));
  return isSame ? {} : { follower_ids: [...after] };
};
