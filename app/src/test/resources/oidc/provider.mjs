// A real OpenID provider for tests: node provider.mjs NODE_MODULES. Prints its issuer; reads the client's redirect addresses from a line, blanks between.
import {createRequire} from 'node:module';
import {createServer} from 'node:http';
import {createInterface} from 'node:readline';
import {pathToFileURL} from 'node:url';
import path from 'node:path';

const from = createRequire(path.join(process.argv[2], 'herald.js'));
const {default: Provider} = await import(pathToFileURL(from.resolve('oidc-provider')));

let handler = (request, response) => response.writeHead(503).end();
const server = createServer((request, response) => handler(request, response));
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://localhost:${server.address().port}`;
  console.log(issuer);
  createInterface({input: process.stdin}).on('line', redirect => {
    const provider = new Provider(issuer, {
      clients: [{client_id: 'herald', client_secret: 'herald-secret', redirect_uris: redirect.split(' '), response_types: ['code'], grant_types: ['authorization_code']}],
      pkce: {required: () => true},
      claims: {openid: ['sub', 'amr'], email: ['email', 'email_verified'], profile: ['name', 'groups']},
      conformIdTokenClaims: false,
      features: {devInteractions: {enabled: true}},
      findAccount: (context, id) => ({
        accountId: id,
        claims: () => ({sub: id, email: `${id}@provider.example`, email_verified: id !== 'mallory', name: id[0].toUpperCase() + id.slice(1), groups: id === 'ada' ? ['physics', 'staff'] : []}),
      }),
    });
    // Its pages for tests show no second factor: who is called strong-… is taken to have shown one, and the provider says so as a real one does.
    const finished = provider.interactionFinished.bind(provider);
    provider.interactionFinished = (request, response, result, options) => finished(request, response,
      result.login ? {...result, login: {...result.login, amr: result.login.accountId.startsWith('strong-') ? ['pwd', 'otp', 'mfa'] : ['pwd']}} : result, options);
    handler = provider.callback();
    server.emit('ready');
  });
});
