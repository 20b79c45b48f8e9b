import type { DraftFields } from '../use-draft.ts';

/** What a form says of its requester once this was typed: an address with the name that it begins with, or else a name. */
export function typedRequester(value: string, before: DraftFields): DraftFields {
  const address = /^\S+@\S+$/.test(value.trim()) ? value.trim() : null;
  const named = before['requesterName'] ?? '';
  return {
    requesterText: value,
    requesterId: '',
    requesterName: address === null ? value : named.includes('@') ? '' : (value.split('@')[0] ?? ''),
    requesterEmail: address ?? '',
  };
}
