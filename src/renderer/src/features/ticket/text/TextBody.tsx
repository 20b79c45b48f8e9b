import { useMemo } from 'react';
import { useText } from '#renderer/state/text-context.tsx';
import { useFollowLink } from '#renderer/state/use-follow-link.ts';
import { linkify } from './linkify.ts';
import { splitQuotes } from './split-quotes.ts';
import styles from './TextBody.module.css';

/** A message that came as plain text: its own line breaks, links that can be followed, quoted history folded. */
export function TextBody({ text }: { readonly text: string }) {
  const t = useText();
  const parts = useMemo(() => splitQuotes(text), [text]);
  return (
    <div className={styles.text}>
      {parts.map((part, index) =>
        part.quoted ? (
          <details key={index} className={styles.quote}>
            <summary>{t('ticket.message.quoted')}</summary>
            <Words text={part.text} />
          </details>
        ) : (
          <Words key={index} text={part.text} />
        ),
      )}
    </div>
  );
}

function Words({ text }: { readonly text: string }) {
  const follow = useFollowLink();
  return (
    <p dir="auto">
      {linkify(text).map((piece, index) =>
        piece.target === null ? (
          piece.text
        ) : (
          <a
            key={index}
            href={piece.target}
            title={piece.target}
            rel="noreferrer"
            onClick={(event) => {
              event.preventDefault();
              if (piece.target) void follow(piece.target);
            }}
          >
            {piece.text}
          </a>
        ),
      )}
    </p>
  );
}
