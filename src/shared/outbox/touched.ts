import type { TicketChanges } from './action.ts';

/** What changes touch: fields by name, tags and followers one by one. */
export function touchedBy(changes: TicketChanges): readonly string[] {
  const {
    status,
    statusName,
    tagsAdded = [],
    tagsRemoved = [],
    followersAdded = [],
    followersRemoved = [],
    linksAdded = [],
    linksRemoved = [],
    fields = {},
    groupId,
    ...others
  } = changes;
  const plain = Object.entries(others).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  return [
    ...plain,
    ...(status === undefined && statusName === undefined ? [] : ['status']),
    ...(groupId === undefined ? [] : ['group']),
    ...[...tagsAdded, ...tagsRemoved].map((tag) => `tag ${tag}`),
    ...[...followersAdded, ...followersRemoved].map((id) => `follower ${id}`),
    ...[...linksAdded, ...linksRemoved].map(({ kind, remoteId }) =>
      kind === 'problem' ? 'link problem' : `link ${kind} ${remoteId}`,
    ),
    ...Object.keys(fields).map((field) => `field ${field}`),
  ];
}

/** Whether two changes touch one thing, so that the later depends on the earlier. */
export function touchTheSame(one: TicketChanges, other: TicketChanges): boolean {
  const touched = new Set(touchedBy(one));
  return touchedBy(other).some((each) => touched.has(each));
}
