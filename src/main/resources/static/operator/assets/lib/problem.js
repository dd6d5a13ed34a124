// What went wrong, in plain words. Every failure of a request becomes one of these (RFC 9457 where the service said more).

const PLAIN = {
  0: ['The service does not answer', 'Check that it is running; what you see may be out of date.'],
  400: ['The request was not understood', 'Something in the address or the form is not valid.'],
  401: ['You are not signed in', 'Sign in to go on.'],
  403: ['You may not do this', 'Your role does not allow it.'],
  404: ['There is nothing here', 'It may have been deleted, or the address is wrong.'],
  409: ['This cannot be done now', 'Something else stands against it.'],
  412: ['Somebody was faster', 'It was changed since you opened it. Look at it again before you decide.'],
  422: ['This is not accepted', 'What was sent breaks a rule.'],
  429: ['Too many requests', 'Wait a moment and try again.'],
  500: ['The service failed', 'This is not your fault. The details are in its log.'],
  503: ['The service is busy', 'Try again in a moment.'],
};

export class Problem extends Error {
  /**
   * @param status of HTTP; 0 when there was no answer
   * @param details what the service said: title, detail, errors
   */
  constructor(status, details = {}) {
    const [title, advice] = PLAIN[status] ?? PLAIN[status >= 500 ? 500 : 400];
    super(details.detail || advice);
    this.status = status;
    this.title = title;
    this.detail = details.detail || advice;
    this.errors = Array.isArray(details.errors) ? details.errors : [];
    /** The last part of the problem's type, for example `no-consent`. */
    this.kind = typeof details.type === 'string' ? details.type.split('/').at(-1) : '';
    this.details = details;
  }

  static async of(response) {
    let details = {};
    try {
      if ((response.headers.get('content-type') ?? '').includes('json')) details = await response.json();
    } catch { /* an answer that is no JSON says nothing more */ }
    return new Problem(response.status, details);
  }

  /** Whether somebody else changed the thing meanwhile. */
  get collision() {
    return this.status === 412 || this.status === 428;
  }
}

export const aborted = (error) => error?.name === 'AbortError';
