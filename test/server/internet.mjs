// Lets the command find every name on this machine, as if that were the internet.
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

dns.lookup = (_, __, done) => done(null, [{ address: '127.0.0.1', family: 4 }]);
net.BlockList.prototype.check = () => false;
syncBuiltinESMExports();
