import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useDesk } from '#renderer/state/desk-context.tsx';
import { useText } from '#renderer/state/text-context.tsx';
import { useFollowLink } from '#renderer/state/use-follow-link.ts';
import { htmlAsText, LONG_MESSAGE } from '#renderer/ui/html-as-text.ts';
import { TextBody } from '../text/TextBody.tsx';
import { framePoolOf } from './document-frames.ts';
import { onLookChange } from './frame-look.ts';
import type { Frame } from './frame-pool.ts';
import { LinkTarget } from './LinkTarget.tsx';
import styles from './MessageFrame.module.css';
import { type ImageSource, type Painted, paintMessage } from './paint-message.ts';

export type MessageFrameProps = {
  /** HTML from outside, as it came. */
  readonly html: string;
  /** What assistive technology calls the frame: "Message by Olha Petrenko". */
  readonly title: string;
  /** Bytes of an image that the message refers to as `attachment:<remote id>`; null when they cannot be had. */
  readonly attachmentImage?: (remoteId: string) => Promise<Blob | null>;
};

/** Somebody else's HTML, sanitised and painted in a frame that runs nothing and fetches nothing. */
export function MessageFrame({ html, title, attachmentImage }: MessageFrameProps) {
  const t = useText();
  const [showAll, setShowAll] = useState(false);
  const [unsupported, setUnsupported] = useState(false);
  const long = html.length > LONG_MESSAGE && !showAll;
  if (long || unsupported) {
    return (
      <div>
        <TextBody text={htmlAsText(html.slice(0, long ? LONG_MESSAGE : undefined))} />
        {long && !unsupported ? (
          <p className={styles.bar}>
            {t('ticket.message.long', { size: Math.round(html.length / 1024) })}{' '}
            <button type="button" className={styles.link} onClick={() => setShowAll(true)}>
              {t('ticket.message.showAll')}
            </button>
          </p>
        ) : null}
      </div>
    );
  }
  return (
    <PaintedFrame
      html={html}
      title={title}
      attachmentImage={attachmentImage ?? noImage}
      onUnsupported={() => setUnsupported(true)}
    />
  );
}

const noImage = async (): Promise<null> => null;

type PaintedFrameProps = Required<MessageFrameProps> & { readonly onUnsupported: () => void };

function PaintedFrame({ html, title, attachmentImage, onUnsupported }: PaintedFrameProps) {
  const t = useText();
  const desk = useDesk();
  const follow = useFollowLink();
  const host = useRef<HTMLDivElement>(null);
  const frame = useRef<Frame | null>(null);
  const painted = useRef<Painted | null>(null);
  /** Grows when a frame has come that was not loaded. */
  const [loads, setLoads] = useState(0);
  const [remoteImages, setRemoteImages] = useState(0);
  const [pointed, setPointed] = useState<string | null>(null);
  const [asked, setAsked] = useState<'no' | 'loading' | 'shown'>('no');
  const [failed, setFailed] = useState(0);
  const [look, setLook] = useState(0);
  const latest = useRef({ title, attachmentImage, onUnsupported });
  latest.current = { title, attachmentImage, onUnsupported };

  useLayoutEffect(() => {
    if (!host.current) return;
    let current = true;
    const pool = framePoolOf(document);
    const { element, loaded, ready } = pool.take(host.current);
    // It has a name also while it loads.
    element.title = latest.current.title;
    const use = (taken: Frame | null): void => {
      if (taken?.sanitise) frame.current = taken;
      else latest.current.onUnsupported();
    };
    // A frame that is loaded already is painted by the next effect, before the browser paints.
    if (loaded) use(loaded);
    else
      void ready.then((taken) => {
        if (!current) return;
        use(taken);
        setLoads((count) => count + 1);
      });
    return () => {
      current = false;
      frame.current = null;
      pool.give(element);
    };
  }, []);

  useEffect(() => onLookChange(document, () => setLook((count) => count + 1)), []);

  const remoteImage = useCallback<ImageSource>(
    async (url) => {
      const answer = await desk.remoteImage(url);
      return answer.ok ? new Blob([answer.value.bytes.slice()], { type: answer.value.mimeType }) : null;
    },
    [desk],
  );

  useLayoutEffect(() => {
    const [taken, place] = [frame.current, host.current];
    if (!taken?.sanitise || !place) return;
    taken.element.title = title;
    const done = paintMessage(taken, taken.sanitise, {
      html,
      host: place,
      fit: framePoolOf(document).fit,
      labels: { quoted: t('ticket.message.quoted'), remoteImage: t('ticket.message.image') },
      attachmentImage: (id) => latest.current.attachmentImage(id),
      remoteImage,
      onOpen: (target) => void follow(target),
      onPoint: setPointed,
    });
    painted.current = done;
    place.dataset.painted = '';
    setRemoteImages(done.remoteImages);
    setAsked('no');
    setFailed(0);
    return () => {
      painted.current = null;
      done.dispose();
    };
    // `loads` paints into a frame that has come, `look` in the other theme.
  }, [loads, html, title, t, follow, remoteImage, look]);

  const loadImages = (): void => {
    if (!painted.current) return;
    setAsked('loading');
    void painted.current.showRemoteImages().then((count) => {
      setFailed(count);
      setAsked('shown');
    });
  };

  return (
    <div className={styles.message}>
      {remoteImages > 0 && asked !== 'shown' ? (
        <p className={styles.bar}>
          {t('ticket.message.remoteImages', { count: remoteImages })}{' '}
          <button type="button" className={styles.link} disabled={asked === 'loading'} onClick={loadImages}>
            {t(asked === 'loading' ? 'ticket.message.loadingImages' : 'ticket.message.showImages')}
          </button>
        </p>
      ) : null}
      {failed > 0 ? (
        <p className={styles.bar} role="status">
          {t('ticket.message.imagesFailed', { count: failed })}{' '}
          <button type="button" className={styles.link} onClick={loadImages}>
            {t('ticket.tryAgain')}
          </button>
        </p>
      ) : null}
      <div ref={host} className={styles.frame} />
      <LinkTarget target={pointed} />
    </div>
  );
}
