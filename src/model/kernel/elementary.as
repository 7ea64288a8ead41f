/** Addresses, exponential, sigmoid and tangent for four numbers at once (AssemblyScript), shared by the kernels. */

/** Byte address of a float index. */
@inline
export function at(index: i32): usize {
  return (<usize>index) << 2;
}

/** e to the x for four numbers: 2^n times a polynomial (Cephes `expf`), inputs clamped to a finite result. */
@inline
export function exp4(given: v128): v128 {
  const x = f32x4.min(f32x4.max(given, f32x4.splat(-87.0)), f32x4.splat(88.0));
  // Adding and taking away 1.5 * 2^23 rounds to the nearest whole number, half to even.
  const magic = f32x4.splat(12582912.0);
  const n = f32x4.sub(f32x4.add(f32x4.mul(x, f32x4.splat(1.44269504088896341)), magic), magic);
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  let p = f32x4.splat(1.9875691500e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  p = f32x4.add(f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r), f32x4.splat(1.0));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(p, power);
}

@inline
export function sigmoid4(x: v128): v128 {
  const one = f32x4.splat(1.0);
  return f32x4.div(one, f32x4.add(one, exp4(f32x4.neg(x))));
}

/** Hyperbolic tangent as 2 * sigmoid(2x) - 1. */
@inline
export function tanh4(x: v128): v128 {
  const s = sigmoid4(f32x4.add(x, x));
  return f32x4.sub(f32x4.add(s, s), f32x4.splat(1.0));
}
