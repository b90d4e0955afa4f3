window.SwaggerUIBundle({
  url: `/api/openapi.json?lang=${document.documentElement.lang}`,
  dom_id: '#api',
  deepLinking: true,
  defaultModelsExpandDepth: -1,
  // The validator would be asked elsewhere.
  validatorUrl: null,
});
