;; The inner product of two arrays that each have a memory of their own, which AssemblyScript cannot say.
;; Compiled by build.mjs to ../binaries.ts.
(module
  (import "memories" "a" (memory $a 0))
  (import "memories" "b" (memory $b 0))

  ;; Of `n` elements, a multiple of four, from the byte addresses on. Element i is added to sum i modulo 4, as in
  ;; ../../dotVectors.ts: two pairs of sums, since a sum waits for the one before it.
  (func (export "dot") (param $x i32) (param $y i32) (param $n i32) (result f64)
    (local $end i32)
    (local $even v128)
    (local $odd v128)
    (local.set $end (i32.add (local.get $x) (i32.shl (local.get $n) (i32.const 3))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $x) (local.get $end)))
        (local.set $even
          (f64x2.add
            (local.get $even)
            (f64x2.mul (v128.load $a (local.get $x)) (v128.load $b (local.get $y)))))
        (local.set $odd
          (f64x2.add
            (local.get $odd)
            (f64x2.mul (v128.load $a offset=16 (local.get $x)) (v128.load $b offset=16 (local.get $y)))))
        (local.set $x (i32.add (local.get $x) (i32.const 32)))
        (local.set $y (i32.add (local.get $y) (i32.const 32)))
        (br $next)))
    (local.set $even (f64x2.add (local.get $even) (local.get $odd)))
    (f64.add (f64x2.extract_lane 0 (local.get $even)) (f64x2.extract_lane 1 (local.get $even)))))
