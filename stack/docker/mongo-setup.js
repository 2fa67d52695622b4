// Run by mongosh: makes the replica set of one and Santun's own user. Repeatable.
const admin = connect(`mongodb://root:${encodeURIComponent(process.env.MONGO_ROOT_PASSWORD)}@mongo:27017/admin?directConnection=true`);

try {
  admin.adminCommand({ replSetGetStatus: 1 });
} catch (error) {
  if (error.codeName !== 'NotYetInitialized') throw error;
  admin.adminCommand({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: 'mongo:27017' }] } });
}

for (let waited = 0; !admin.hello().isWritablePrimary; waited += 1) {
  if (waited > 60) throw new Error('the replica set has elected no primary within a minute');
  sleep(1000);
}

const database = admin.getSiblingDB('santun');
const roles = [{ role: 'readWrite', db: 'santun' }];
const user = { pwd: process.env.MONGO_PASSWORD, roles };
if (database.getUser('santun') === null) database.createUser({ user: 'santun', ...user });
else database.updateUser('santun', user);
