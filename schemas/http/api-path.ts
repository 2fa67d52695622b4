/** Where people and machines speak JSON with us; what comes after it stands in docs/openapi.json. */
export const API_PATH = '/api/v1';
