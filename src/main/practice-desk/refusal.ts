/** Why the desk refuses a request, as the answer that says so. */
export type Refusal = {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Field errors in the shape of Zendesk's 422. */
export const invalid = (field: string, description: string, error = 'InvalidValue'): Refusal => ({
  status: 422,
  body: {
    error: 'RecordInvalid',
    description: 'Record validation errors',
    details: { [field]: [{ description, error }] },
  },
});

export const notFound: Refusal = {
  status: 404,
  body: { error: 'RecordNotFound', description: 'Not found' },
};

export const forbidden: Refusal = {
  status: 403,
  body: {
    error: {
      title: 'Forbidden',
      message:
        'You do not have access to this page. Please contact the account owner of this help desk for further help.',
    },
  },
};

export const conflict: Refusal = {
  status: 409,
  body: {
    error: 'UpdateConflict',
    description:
      'Safe Update prevented the update due to outdated ticket data. Please fetch the latest ticket data and try again.',
  },
};

export const badRequest = (description: string): Refusal => ({
  status: 400,
  body: { error: 'InvalidPaginationParameter', description },
});

export const refusalOf = (status: Refusal['status'], error: string, description: string): Refusal => ({
  status,
  body: { error, description },
});
