/** A short text to a telephone. `id` is its key at the provider: sent again under it, it is one message. */
export type Message = { readonly id: string; readonly to: string; readonly text: string };

/** `unknown`: nobody knows whether it was taken; the same id may be sent again. `refused`: this number gets nothing, however often it is tried. */
export type MessageAnswer =
  | { readonly state: 'taken' }
  | { readonly state: 'refused'; readonly reason: string }
  | { readonly state: 'unknown'; readonly why: string };

/** Never throws for anything that happens outside: silence is an answer of ours. */
export type MessagesPort = { send(message: Message): Promise<MessageAnswer> };
