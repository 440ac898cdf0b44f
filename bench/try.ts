import { openRehearsal } from '../src/rehearsal.ts'
import { rawTurns, wholeTurns } from './turns.ts'
const p = await openRehearsal()
for (let i=0;i<4;i++){ const w=await wholeTurns(p); const r=await rawTurns(p); console.log(w.perSecond|0, r.perSecond|0, (w.perSecond/r.perSecond).toFixed(2), w.each[Math.floor(w.each.length*.5)]?.toFixed(1), w.each[Math.floor(w.each.length*.99)]?.toFixed(1)) }
await p.close()
