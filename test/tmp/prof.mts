import { EventEmitter, once } from 'node:events';
import { writeFileSync } from 'node:fs';
import type { CDPSession } from '@playwright/test';
export async function sessions(context: any, page: any) {
  const session: CDPSession = await context.newCDPSession(page);
  const answers = new EventEmitter();
  const found: string[] = [];
  session.on('Target.attachedToTarget' as any, ({ sessionId, targetInfo }: any) => { if (targetInfo.type === 'worker') found.push(sessionId); });
  session.on('Target.receivedMessageFromTarget' as any, ({ message }: any) => { const m = JSON.parse(message); answers.emit(String(m.id), m.result); });
  await session.send('Target.setAutoAttach' as any, { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  let last = 0;
  const worker = async (method: string, params: any = {}) => { const id = ++last; const a = once(answers, String(id)); await session.send('Target.sendMessageToTarget' as any, { sessionId: found[0], message: JSON.stringify({ id, method, params }) }); return (await a)[0]; };
  return { page: (m: string, p: any = {}) => session.send(m as any, p), worker };
}
export async function start(send: any) { await send('Profiler.enable'); await send('Profiler.setSamplingInterval', { interval: 500 }); await send('Profiler.start'); }
export async function stop(send: any, name: string, top = 28) {
  const { profile } = await send('Profiler.stop');
  writeFileSync(`/tmp/${name}.cpuprofile`, JSON.stringify(profile));
  const self = new Map<number, number>(); const dt = profile.timeDeltas; profile.samples.forEach((id: number, i: number) => self.set(id, (self.get(id) ?? 0) + dt[i]));
  const parent = new Map<number, any>(); const byId = new Map<number, any>();
  for (const n of profile.nodes) { byId.set(n.id, n); }
  for (const n of profile.nodes) for (const c of n.children ?? []) parent.set(c, n);
  const selfBy = new Map<string, number>(); const totalBy = new Map<string, number>();
  const nameOf = (n: any) => `${n.callFrame.functionName || '(anon)'} ${n.callFrame.url.split('/').at(-1)}:${n.callFrame.lineNumber}:${n.callFrame.columnNumber}`;
  let sum = 0;
  for (const [id, t] of self) { const n = byId.get(id); sum += t; const k = nameOf(n); selfBy.set(k, (selfBy.get(k) ?? 0) + t); const seen = new Set<string>(); for (let at = n; at; at = parent.get(at.id)) { const k2 = nameOf(at); if (!seen.has(k2)) { seen.add(k2); totalBy.set(k2, (totalBy.get(k2) ?? 0) + t); } } }
  const show = (m: Map<string, number>) => [...m].sort((a, b) => b[1] - a[1]).slice(0, top).map(([k, t]) => `${(t / 1000).toFixed(0).padStart(7)} ms ${k}`).join('\n');
  console.log(`== ${name} total ${(sum / 1000).toFixed(0)} ms\n-- self\n${show(selfBy)}\n-- total\n${show(totalBy)}`);
}
