/** What the `type` of a problem document leads to: what the code means and what to do, as a page for people and as JSON for programs. */
import { Router, type Request, type Response } from 'express';
import { problemParams } from '../contract/datasets/api.ts';
import { PROBLEMS } from '../contract/problems.ts';
import { NotFoundError } from '../errors.ts';
import { parseParams } from './request.ts';
import { sendJson, sendText } from './send.ts';

const toAnswer = (code: string) => ({ type: `/problems/${code}`, code, text: PROBLEMS[code]! });

export function problemsRouter(): Router {
  const router = Router();

  router.get('/problems', async (request, response) => {
    const codes = Object.keys(PROBLEMS);
    await send(request, response, { problems: codes.map(toAnswer) }, () =>
      toPage('Problems', `<p>Errors are problem documents (RFC 9457). Their <code>type</code> is one of these addresses.</p>${codes.map(toArticle).join('')}`),
    );
  });

  router.get('/problems/:code', async (request, response) => {
    const { code } = parseParams(problemParams, request);
    if (!Object.hasOwn(PROBLEMS, code)) throw new NotFoundError('problem.unknown', `There is no problem code "${code}". /problems lists those there are.`);
    await send(request, response, toAnswer(code), () => toPage(code, `<p>${toHtml(PROBLEMS[code]!)}</p><p><a href="/problems">All problems</a></p>`));
  });

  return router;
}

/** A page only for who asks for one: a browser. Programs, and whoever takes anything, get JSON. */
async function send(request: Request, response: Response, answer: unknown, page: () => string): Promise<void> {
  response.vary('Accept');
  if (request.accepts(['json', 'html']) === 'html') await sendText(request, response, page(), 'text/html; charset=utf-8', 'revalidate');
  else await sendJson(request, response, answer, 'revalidate');
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const toHtml = (text: string) => escapeHtml(text).replace(/`([^`]*)`/g, '<code>$1</code>');
const toArticle = (code: string) => `<article><h3><a href="/problems/${code}">${code}</a></h3><p>${toHtml(PROBLEMS[code]!)}</p></article>`;

const toPage = (
  title: string,
  body: string,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Codmap: ${title}</title><link rel="stylesheet" href="/docs.css"></head>
<body><main><h1>${title}</h1>${body}</main></body></html>`;
