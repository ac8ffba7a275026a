// The same in SQL alone, over stated ties only: a recursive query for the way, a join for who knows the target. No thread
// between, no events, no employers, no reasons.
import Database from 'better-sqlite3';
import { copyOfBook, runArm } from '../arm.ts';
import { askAll } from '../network-counts.ts';
import { plantedWays } from '../plant.ts';

const RANK = `case level when 'met_once' then 2 when 'acquaintance' then 3 when 'know' then 4 when 'know_well' then 5
  when 'trusted' then 6 else 0 end`;
const MOST_HOPS = 3;

const TIES = `
  create temp table tie (a integer, b integer, rank integer);
  insert into tie select contact_id, other_id, ${RANK} from evidence where kind = 'user_statement' and other_id is not null;
  insert into tie select b, a, rank from tie;
  create index temp.tie_by_person on tie (a, b, rank);
  create temp table own as select contact_id as id, ${RANK} as rank from evidence
    where kind = 'user_statement' and other_id is null;
  create index temp.own_by_person on own (id, rank);`;

const WAY = `with recursive way (id, hops, weakest, trail) as (
    select @target, 1, 9, '' || @target
    union all
    select t.b, way.hops + 1, min(way.weakest, t.rank), t.b || ' ' || way.trail
      from way join tie t on t.a = way.id where way.hops < ${MOST_HOPS})
  select way.trail from way join own on own.id = way.id
    order by min(way.weakest, own.rank) desc, way.hops limit 5`;

const MUTUALS = 'select b from tie where a = ? order by rank desc';

await runArm('network-sql', async (task) => {
  const sqlite = new Database(await copyOfBook(task, 'network'), { readonly: true });
  sqlite.pragma('temp_store = memory');
  sqlite.exec(TIES);
  const way = sqlite.prepare(WAY).pluck();
  const mutuals = sqlite.prepare(MUTUALS).pluck();
  const measured = await askAll(plantedWays(task.n, task.seed), {
    path: (target) => {
      const trail = way.get({ target });
      return typeof trail === 'string' ? trail.split(' ').map(Number) : [];
    },
    mutuals: (target) => mutuals.all(target) as number[], // keys of people
  });
  sqlite.close();
  return measured;
});
