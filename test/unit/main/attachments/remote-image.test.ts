import { expect, test, vi } from 'vitest';
import { remoteImage } from '#main/attachments/remote-image.ts';

const answering = (init: ResponseInit, body: BodyInit = 'x') =>
  vi.fn(async (_url: unknown, _init?: RequestInit) => new Response(body, init));
const outside = async () => ['203.0.113.7', '2001:db8::7'];
const png = { headers: { 'content-type': 'image/png' } };

test('an image on the web comes back with its type, asked for without cookies or referrer', async () => {
  const fetch = answering(png);
  const image = await remoteImage(fetch, outside, 'https://shop.example/logo.png');
  expect(image).toMatchObject({ ok: true, value: { mimeType: 'image/png' } });
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'error',
  });
});

test.each([
  'http://127.0.0.1:8087/logo.png',
  'http://localhost/logo.png',
  'http://[::1]/logo.png',
  'http://[::ffff:10.0.0.1]/logo.png',
  'http://[fd00::1]/logo.png',
  'http://10.1.2.3/logo.png',
  'http://192.168.0.1/logo.png',
  'http://172.20.0.1/logo.png',
  'http://169.254.169.254/latest',
  'http://100.64.0.1/x.png',
  'http://0x7f.1/x.png',
  'http://2130706433/x.png',
  'http://router/logo.png',
  'http://printer.local/logo.png',
  'file:///etc/passwd',
  'data:image/png;base64,AAAA',
  'not an address',
])('%s is not asked for', async (address) => {
  const fetch = answering(png);
  expect((await remoteImage(fetch, outside, address)).ok).toBe(false);
  expect(fetch).not.toHaveBeenCalled();
});

test.each([
  ['10.0.0.5'],
  ['127.0.0.1'],
  ['203.0.113.7', '192.168.1.1'],
  ['::1'],
  ['fe80::1'],
  ['fd12::1'],
  ['::ffff:a00:1'],
])('a public name that stands for %s is not asked for', async (...addresses) => {
  const fetch = answering(png);
  const lookup = vi.fn(async () => addresses);
  expect((await remoteImage(fetch, lookup, 'https://shop.example./logo.png')).ok).toBe(false);
  expect(lookup).toHaveBeenCalledWith('shop.example');
  expect(fetch).not.toHaveBeenCalled();
});

test('a name that stands for nothing is not asked for, nor a private one that ends with a dot', async () => {
  const fetch = answering(png);
  const nowhere = async () => Promise.reject(new Error('ENOTFOUND'));
  expect(await remoteImage(fetch, nowhere, 'https://shop.example/logo.png')).toMatchObject({
    ok: false,
    error: { code: 'offline' },
  });
  expect((await remoteImage(fetch, outside, 'http://printer.local./logo.png')).ok).toBe(false);
  expect(fetch).not.toHaveBeenCalled();
});

test.each([
  ['an SVG', { headers: { 'content-type': 'image/svg+xml' } }],
  ['a page', { headers: { 'content-type': 'text/html' } }],
  ['an error', { status: 404, headers: { 'content-type': 'image/png' } }],
  ['more than 5 MB', { headers: { 'content-type': 'image/png', 'content-length': '5000001' } }],
])('%s is refused', async (_name, init) => {
  expect((await remoteImage(answering(init), outside, 'https://shop.example/x')).ok).toBe(false);
});
