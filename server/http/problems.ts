/** What the `type` of a problem document leads to: what the code means and what to do, as a page for people and as JSON for programs. */
import type { Request, Response } from 'express';
import { operationRoutes as routes } from '../contract/operation/routes.ts';
import { NotFoundError } from '../errors.ts';
import { PROBLEMS } from '../words/problems.ts';
import { htmlPage, proseHtml } from './problemPage.ts';
import { page, serve, type Served } from './serve.ts';

const toAnswer = (code: string) => ({ type: `/problems/${code}`, code, text: PROBLEMS[code]! });

/** The pages that the `type` of a problem leads to (decision 0015), for programs and for people. An unknown code is 404. */
export function serveProblems(): Served[] {
  return [
    serve(routes.listProblems, (asked) => {
      const codes = Object.keys(PROBLEMS);
      return isForPeople(asked)
        ? forPeople(
            'Problems',
            `<p>Errors are problem documents (RFC 9457). Their <code>type</code> is one of these addresses.</p>${codes.map(toArticle).join('')}`,
          )
        : { problems: codes.map(toAnswer) };
    }),

    serve(routes.getProblem, (asked) => {
      const { code } = asked.params;
      if (!Object.hasOwn(PROBLEMS, code)) throw new NotFoundError('problem.unknown', `There is no problem code "${code}". /problems lists them all.`);
      return isForPeople(asked) ? forPeople(code, `<p>${proseHtml(PROBLEMS[code]!)}</p><p><a href="/problems">All problems</a></p>`) : toAnswer(code);
    }),
  ];
}

/** A page only for who asks for one: a browser. Programs, and whoever takes anything, get JSON. */
function isForPeople({ request, response }: { request: Request; response: Response }): boolean {
  response.vary('Accept');
  return request.accepts(['json', 'html']) === 'html';
}
const forPeople = (title: string, body: string) => page(htmlPage({ lang: 'en', title }, body), 'text/html', { cache: 'revalidate' });

const toArticle = (code: string) => `<article><h3><a href="/problems/${code}">${code}</a></h3><p>${proseHtml(PROBLEMS[code]!)}</p></article>`;
