/** Conversations with people outside a ticket, as the desk keeps them. */

/** Agents have a number; people outside have none. */
export type SideParticipant = {
  readonly user_id: number | null;
  readonly name: string | null;
  readonly email: string | null;
};

export type SideMessage = {
  readonly subject: string;
  readonly preview_text: string;
  readonly from: SideParticipant;
  readonly to: readonly SideParticipant[];
  readonly body: string;
  readonly html_body: string;
  readonly external_ids: Readonly<Record<string, string>>;
  readonly attachment_ids: readonly number[];
};

export type SideEvent = {
  readonly id: string;
  readonly type: 'create' | 'reply';
  readonly actor: SideParticipant;
  readonly message: SideMessage;
  readonly created_at: string;
};

export type SideConversation = {
  readonly id: string;
  readonly ticket_id: number;
  readonly subject: string;
  readonly state: 'open' | 'closed';
  readonly external_ids: Readonly<Record<string, string>>;
  readonly created_at: string;
  readonly updated_at: string;
  /** Oldest first. */
  readonly events: readonly SideEvent[];
};
