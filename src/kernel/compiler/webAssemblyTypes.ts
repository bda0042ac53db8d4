/** The types of `WebAssembly`, which belong to TypeScript's library for browsers and to nothing that Node has. */
export const webAssemblyTypes = `
declare namespace WebAssembly {
  type Bytes = ArrayBufferView<ArrayBuffer> | ArrayBuffer;
  type ValueType = "i32" | "i64" | "f32" | "f64" | "v128" | "anyfunc" | "externref";
  type ImportExportKind = "function" | "global" | "memory" | "table" | "tag";
  type ExportValue = Function | Global | Memory | Table;
  type ImportValue = ExportValue | number;
  type Exports = Record<string, ExportValue>;
  type Imports = Record<string, Record<string, ImportValue>>;

  interface ModuleExportDescriptor { name: string; kind: ImportExportKind }
  interface ModuleImportDescriptor { module: string; name: string; kind: ImportExportKind }
  interface GlobalDescriptor { value: ValueType; mutable?: boolean }
  interface MemoryDescriptor { initial: number; maximum?: number; shared?: boolean }
  interface TableDescriptor { element: "anyfunc" | "externref"; initial: number; maximum?: number }
  interface WebAssemblyInstantiatedSource { instance: Instance; module: Module }

  interface Module {}
  const Module: {
    prototype: Module;
    new (bytes: Bytes): Module;
    customSections(module: Module, sectionName: string): ArrayBuffer[];
    exports(module: Module): ModuleExportDescriptor[];
    imports(module: Module): ModuleImportDescriptor[];
  };

  interface Instance { readonly exports: Exports }
  const Instance: { prototype: Instance; new (module: Module, imports?: Imports): Instance };

  interface Memory { readonly buffer: ArrayBuffer; grow(delta: number): number }
  const Memory: { prototype: Memory; new (descriptor: MemoryDescriptor): Memory };

  interface Table {
    readonly length: number;
    get(index: number): any;
    grow(delta: number, value?: any): number;
    set(index: number, value?: any): void;
  }
  const Table: { prototype: Table; new (descriptor: TableDescriptor, value?: any): Table };

  interface Global { value: any; valueOf(): any }
  const Global: { prototype: Global; new (descriptor: GlobalDescriptor, value?: any): Global };

  interface CompileError extends Error {}
  const CompileError: { prototype: CompileError; new (message?: string): CompileError; (message?: string): CompileError };
  interface LinkError extends Error {}
  const LinkError: { prototype: LinkError; new (message?: string): LinkError; (message?: string): LinkError };
  interface RuntimeError extends Error {}
  const RuntimeError: { prototype: RuntimeError; new (message?: string): RuntimeError; (message?: string): RuntimeError };

  function validate(bytes: Bytes): boolean;
  function compile(bytes: Bytes): Promise<Module>;
  function compileStreaming(source: Response | PromiseLike<Response>): Promise<Module>;
  function instantiate(bytes: Bytes, imports?: Imports): Promise<WebAssemblyInstantiatedSource>;
  function instantiate(module: Module, imports?: Imports): Promise<Instance>;
  function instantiateStreaming(source: Response | PromiseLike<Response>, imports?: Imports): Promise<WebAssemblyInstantiatedSource>;
}
`;
