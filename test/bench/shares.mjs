/** Owns telling from a profile of the server what its time is spent on. */

const STATEMENTS = 'units of work, statements';
const DRIVER = 'the driver of the database';

/** What a frame's file is about, the first that matches; frames of none belong to whoever called them. */
const owners = [
  ['session and account', /\/apps\/api\/dist\/(?:identity|single-sign-on)\//u],
  ['the trail and its hashes', /\/apps\/api\/dist\/audit\//u],
  ['sealing, masking, fingerprints', /\/apps\/api\/dist\/personal\//u],
  ['areas in scope', /\/apps\/api\/dist\/areas\//u],
  [STATEMENTS, /\/apps\/api\/dist\/database\/|\/node_modules\/typeorm\//u],
  [DRIVER, /\/node_modules\/(?:mysql2|better-sqlite3|sqlstring|denque|long|iconv-lite)\//u],
  ['the record: judging, storing, telling', /\/apps\/api\/dist\/(?:submissions|evaluation|editions|files)\//u],
  ['evaluation', /\/libs\/engine\//u],
  ['checking bodies and queries', /\/node_modules\/zod\/|\/libs\/contracts\//u],
  ['HTTP, routing, headers, JSON in and out', /\/apps\/api\/dist\/|\/node_modules\//u],
];

/** What better-sqlite3 does in C++ is of no file: its methods stand right below the statements that call them. */
const isNative = ({ url, functionName }) => url === '' && /^(?:run|all|get|exec|prepare|pragma)$/u.test(functionName);

/** Frames that are not of any file. */
const special = new Map([
  ['(idle)', 'waiting: for the database, the disk, requests'],
  ['(garbage collector)', 'collecting garbage'],
]);

const NODE = 'Node itself: sockets, timers, threads';

/** Shares of the time that a profile covers, largest first. */
export function sharesOf({ nodes, samples, timeDeltas }) {
  const owner = ownersOf(nodes);
  const times = new Map();
  let all = 0;
  for (const [index, id] of samples.entries()) {
    const time = Math.max(0, timeDeltas[index]);
    all += time;
    times.set(owner.get(id), (times.get(owner.get(id)) ?? 0) + time);
  }
  return [...times].map(([name, time]) => ({ name, share: time / all })).sort((a, b) => b.share - a.share);
}

/** The owner of each node: its own file's, or that of the nearest caller that has one. */
function ownersOf(nodes) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const owner = new Map();
  const visit = (id, above) => {
    const { callFrame, children = [] } = byId.get(id);
    const native = above === STATEMENTS && isNative(callFrame) ? DRIVER : undefined;
    const file = owners.find(([, files]) => files.test(callFrame.url))?.[0];
    const own = special.get(callFrame.functionName) ?? native ?? file ?? above;
    owner.set(id, own);
    for (const child of children) visit(child, own);
  };
  visit(nodes[0].id, NODE);
  return owner;
}
