/** Makes a gradebook, whatever others do at the same time: `make <where>`. */
import { schemaState } from "../../../../graders/gradebook/migrate";
import { createStore } from "../../../../graders/gradebook/openStore";

async function main([where]: string[]): Promise<void> {
  const { store } = await createStore(where);
  console.log(await schemaState(store));
  await store.close();
}

void main(process.argv.slice(2));
