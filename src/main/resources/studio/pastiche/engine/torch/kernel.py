# The program that runs on the device: features, distances, their gradient, and the optimisers' steps.
#
# TorchScript in its serialised dialect. `Program` zips this text into a module and DJL loads it, so that one
# evaluation is one native call. It is written for any device: no `zeros`, only `new_zeros` and `zeros_like`.
#
# Words used throughout
#   image     1x3xHxW, float32, sRGB 0..1, contiguous
#   weights   [w0, b0, w1, b1, ...] of the convolutions conv1_1, conv1_2, ... as `prepare` left them
#   plan      three numbers a convolution, up to the last one needed:
#             1 if a pooling follows, its content slot or -1, its style slot or -1
#   options   [statistic (0 moments, 1 gram), pooling (0 max, 1 average), 1 if the input is BGR]
#   input     2x3: the scale and the offset of the network's input, per channel in the network's order
#
# The gradient is written out by hand instead of asked from autograd (docs/decisions/0005): each activation is let go as
# soon as it has been used, the style term costs one product a layer instead of two, and no gradient mode is needed.
class Kernel(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool

  # The weights in a precision (a scalar type's number: 6 float32, 15 bfloat16), channels last.
  def prepare(self: __torch__.Kernel, precision: int, weights: List[Tensor]) -> List[Tensor]:
    ready = annotate(List[Tensor], [])
    for i in range(torch.len(weights)):
      w = torch.to(weights[i], precision)
      if torch.eq(torch.dim(w), 4):
        w0 = torch.contiguous(w, memory_format=2)
      else:
        w0 = w
      _0 = torch.append(ready, w0)
    return ready

  # How far the image is extended to left, right, top and bottom: one pixel for conv1_1, and up to 32 in all.
  def padding(self: __torch__.Kernel, image: Tensor) -> List[int]:
    height = torch.size(image, 2)
    width = torch.size(image, 3)
    across = ops.prim.max(torch.sub(32, width), 0)
    down = ops.prim.max(torch.sub(32, height), 0)
    left = torch.floordiv(across, 2)
    top = torch.floordiv(down, 2)
    return [torch.add(left, 1), torch.add(torch.sub(across, left), 1), torch.add(top, 1), torch.add(torch.sub(down, top), 1)]

  # The image as conv1_1 takes it: extended, in the network's input units, in the weights' precision, channels last.
  def network_input(self: __torch__.Kernel, image: Tensor, options: List[int], input: Tensor, weights: List[Tensor]) -> Tensor:
    if torch.eq(options[2], 1):
      x = torch.flip(image, [1])
    else:
      x = image
    scaled = torch.add(torch.mul(x, torch.view(input[0], [1, 3, 1, 1])), torch.view(input[1], [1, 3, 1, 1]))
    padded = torch.replication_pad2d(scaled, (self).padding(image))
    return torch.contiguous(torch.to(padded, ops.prim.dtype(weights[0])), memory_format=2)

  # One convolution with its ReLU. conv1_1 is padded already; the others are padded with zeros.
  def convolved(self: __torch__.Kernel, h: Tensor, i: int, weights: List[Tensor]) -> Tensor:
    if torch.eq(i, 0):
      pad = 0
    else:
      pad = 1
    return torch.relu_(torch.conv2d(h, weights[torch.mul(2, i)], weights[torch.add(torch.mul(2, i), 1)], [1, 1], [pad, pad]))

  # The ReLU outputs that the plan names (column 1 or 2), in the order of the layers.
  def features(self: __torch__.Kernel, column: int, image: Tensor, plan: List[int], options: List[int], input: Tensor, weights: List[Tensor]) -> List[Tensor]:
    found = annotate(List[Tensor], [])
    h = (self).network_input(image, options, input, weights)
    for i in range(torch.floordiv(torch.len(plan), 3)):
      h = (self).convolved(h, i, weights)
      if torch.ge(plan[torch.add(torch.mul(3, i), column)], 0):
        _0 = torch.append(found, h)
      if torch.eq(plan[torch.mul(3, i)], 1):
        if torch.eq(options[1], 1):
          h = torch.avg_pool2d(h, [2, 2], [2, 2])
        else:
          h = torch.max_pool2d(h, [2, 2], [2, 2])
    return found

  # Features as a matrix, positions x channels; a view, since they are stored channels last.
  def rows(self: __torch__.Kernel, f: Tensor) -> Tensor:
    return torch.reshape(torch.permute(f, [0, 2, 3, 1]), [-1, torch.size(f, 1)])

  # The mean (C) and the raw second moment F Ft / N (C x C) of features, float32.
  def moments(self: __torch__.Kernel, f: Tensor) -> Tuple[Tensor, Tensor]:
    m = torch.to((self).rows(f), 6)
    n = torch.size(m, 0)
    return (torch.mean(m, [0]), torch.div(torch.mm(torch.t(m), m), n))

  # What docs/objective.md calls roots: twelve Newton-Schulz steps in float32. Returns the root of A and its inverse.
  def roots(self: __torch__.Kernel, a: Tensor) -> Tuple[Tensor, Tensor]:
    norm = torch.clamp_min(torch.linalg_vector_norm(a), 1.0e-30)
    three = torch.mul(torch.eye(torch.size(a, 0), dtype=6, device=ops.prim.device(a)), 3)
    y = torch.div(a, norm)
    z = torch.div(three, 3)
    for _ in range(12):
      t = torch.mul(torch.sub(three, torch.mm(z, y)), 0.5)
      y = torch.mm(y, t)
      z = torch.mm(t, z)
    return (torch.mul(y, torch.sqrt(norm)), torch.div(z, torch.sqrt(norm)))

  # The covariance of moments, with the ridge 1e-4 e that keeps the roots defined.
  def covariance(self: __torch__.Kernel, mean: Tensor, second: Tensor, energy: Tensor) -> Tensor:
    ridge = torch.mul(torch.eye(torch.size(mean, 0), dtype=6, device=ops.prim.device(mean)), torch.mul(energy, 0.0001))
    return torch.add(torch.sub(second, torch.outer(mean, mean)), ridge)

  # [mean, second moment] of each style layer, one after another.
  def statistics(self: __torch__.Kernel, image: Tensor, plan: List[int], options: List[int], input: Tensor, weights: List[Tensor]) -> List[Tensor]:
    found = annotate(List[Tensor], [])
    f = (self).features(2, image, plan, options, input, weights)
    for i in range(torch.len(f)):
      mean, second = (self).moments(f[i])
      _0 = torch.append(found, mean)
      _1 = torch.append(found, second)
    return found

  # What `evaluate` measures against: [mean, matrix, energy, trace] of each style layer, from the statistics of all styles
  # (style after style) blended by `mix` (one weight a style, sum 1). moments: matrix is the root of the covariance, energy e, trace that of the covariance.
  # gram: matrix is A, energy its squared norm.
  def style_targets(self: __torch__.Kernel, options: List[int], mix: List[float], statistics: List[Tensor]) -> List[Tensor]:
    targets = annotate(List[Tensor], [])
    styles = torch.len(mix)
    each = torch.floordiv(torch.len(statistics), styles)
    for layer in range(torch.floordiv(each, 2)):
      mean = torch.zeros_like(statistics[torch.mul(2, layer)])
      second = torch.zeros_like(statistics[torch.add(torch.mul(2, layer), 1)])
      for style in range(styles):
        share = mix[style]
        at = torch.add(torch.mul(style, each), torch.mul(2, layer))
        mean = torch.add(mean, statistics[at], alpha=share)
        second = torch.add(second, statistics[torch.add(at, 1)], alpha=share)
      if torch.eq(options[0], 1):
        energy = torch.clamp_min(torch.sum(torch.pow(second, 2)), 9.9999999999999998e-13)
        matrix = second
        trace = torch.trace(second)
      else:
        energy = torch.clamp_min(torch.div(torch.trace(second), torch.size(mean, 0)), 9.9999999999999998e-13)
        sigma = (self).covariance(mean, second, energy)
        matrix, _ = (self).roots(sigma)
        trace = torch.trace(sigma)
      _0 = torch.append(targets, mean)
      _1 = torch.append(targets, matrix)
      _2 = torch.append(targets, energy)
      _3 = torch.append(targets, trace)
    return targets

  # [features, mean square] of each content layer.
  def content_targets(self: __torch__.Kernel, image: Tensor, plan: List[int], options: List[int], input: Tensor, weights: List[Tensor]) -> List[Tensor]:
    targets = annotate(List[Tensor], [])
    f = (self).features(1, image, plan, options, input, weights)
    for i in range(torch.len(f)):
      _0 = torch.append(targets, f[i])
      _1 = torch.append(targets, torch.clamp_min(torch.mean(torch.pow(torch.to(f[i], 6), 2)), 9.9999999999999998e-13))
    return targets

  # The style distance of one layer of n positions, and its gradient as (matrix C x C, row C): in features, F matrix + row.
  def style_slope(self: __torch__.Kernel, mu: Tensor, m: Tensor, n: int, statistic: int, mean: Tensor, matrix: Tensor, energy: Tensor, trace: Tensor) -> Tuple[Tensor, Tensor, Tensor]:
    c = torch.size(mu, 0)
    if torch.eq(statistic, 1):
      off = torch.sub(m, matrix)
      distance = torch.div(torch.sum(torch.pow(off, 2)), energy)
      slope = torch.div(torch.mul(off, torch.div(4., n)), energy)
      row = torch.zeros_like(mu)
    else:
      sigma = (self).covariance(mu, m, energy)
      root, inverse = (self).roots(torch.mm(torch.mm(matrix, sigma), matrix))
      off_mean = torch.sub(mu, mean)
      apart = torch.sub(torch.add(torch.trace(sigma), trace), torch.mul(torch.trace(root), 2))
      scale = torch.mul(energy, c)
      distance = torch.div(torch.add(torch.sum(torch.pow(off_mean, 2)), apart), scale)
      through = torch.mm(torch.mm(matrix, inverse), matrix)
      d = torch.sub(torch.eye(c, dtype=6, device=ops.prim.device(mu)), torch.mul(torch.add(through, torch.t(through)), 0.5))
      slope = torch.div(torch.mul(d, torch.div(2., n)), scale)
      row = torch.div(torch.mul(torch.sub(off_mean, torch.mv(d, mu)), torch.div(2., n)), scale)
    return (distance, slope, row)

  # The smoothness t of docs/objective.md of some rows of an image of n numbers, and its gradient in them. The differences are
  # taken in the image extended by its edge. The last of the rows is the image's last (last = 1), or only there for the
  # differences from the one above it (last = 0).
  def total_variation(self: __torch__.Kernel, image: Tensor, last: int, n: int) -> Tuple[Tensor, Tensor]:
    edge = torch.replication_pad2d(image, [1, 1, 0, last])
    slope = torch.zeros_like(edge)
    height = torch.add(torch.sub(torch.size(image, 2), 1), last)
    width = torch.size(image, 3)
    value = torch.new_zeros(image, [])
    here = torch.slice(image, 2, 0, height)
    middle = torch.slice(torch.slice(slope, 2, 0, height), 3, 1, torch.add(width, 1))
    down = [0, 1, 1, 1]
    right = [1, 0, 1, -1]
    share = [3., 3., 12., 12.]
    for k in range(4):
      top = down[k]
      left = torch.add(right[k], 1)
      there = torch.slice(torch.slice(edge, 2, top, torch.add(top, height)), 3, left, torch.add(left, width))
      off = torch.sub(here, there)
      factor = torch.div(2., torch.mul(share[k], n))
      value = torch.add(value, torch.sum(torch.pow(off, 2)), alpha=factor)
      _0 = torch.add_(middle, off, alpha=torch.mul(2., factor))
      _1 = torch.sub_(torch.slice(torch.slice(slope, 2, top, torch.add(top, height)), 3, left, torch.add(left, width)), off, alpha=torch.mul(2., factor))
    return (value, torch.replication_pad2d_backward(slope, image, [1, 1, 0, last]))

  # All that the way back needs: what each convolution took, what it gave, and what max pooling chose after it.
  def activations(self: __torch__.Kernel, image: Tensor, plan: List[int], options: List[int], input: Tensor, weights: List[Tensor]) -> Tuple[List[Tensor], List[Tensor], List[Tensor]]:
    layers = torch.floordiv(torch.len(plan), 3)
    empty = torch.new_zeros(weights[0], [0])
    entered = annotate(List[Tensor], [])
    outputs = annotate(List[Tensor], [])
    chosen = annotate(List[Tensor], [])
    h = (self).network_input(image, options, input, weights)
    for i in range(layers):
      _0 = torch.append(entered, h)
      h = (self).convolved(h, i, weights)
      _1 = torch.append(outputs, h)
      indices = empty
      if torch.eq(plan[torch.mul(3, i)], 1):
        if torch.lt(torch.add(i, 1), layers):
          if torch.eq(options[1], 1):
            h = torch.avg_pool2d(h, [2, 2], [2, 2])
          else:
            h, indices = torch.max_pool2d_with_indices(h, [2, 2], [2, 2])
      _2 = torch.append(chosen, indices)
    return (entered, outputs, chosen)

  # The gradient g in the output f of convolution i, carried back to the output of the one before it, or to the network's input.
  # It overwrites g, and lets go of what is not needed any more.
  def carried_back(self: __torch__.Kernel, g: Tensor, i: int, f: Tensor, entered: List[Tensor], outputs: List[Tensor], chosen: List[Tensor], plan: List[int], options: List[int], weights: List[Tensor]) -> Tensor:
    empty = torch.new_zeros(weights[0], [0])
    g0 = torch.threshold_backward(g, f, 0, grad_input=g)
    if torch.eq(i, 0):
      pad = 0
    else:
      pad = 1
    back, _, _ = torch.convolution_backward(g0, entered[i], weights[torch.mul(2, i)], None, [1, 1], [pad, pad], [1, 1], False, [0, 0], 1, [True, False, False])
    entered[i] = empty
    if torch.gt(i, 0):
      if torch.eq(plan[torch.mul(3, torch.sub(i, 1))], 1):
        below = outputs[torch.sub(i, 1)]
        if torch.eq(options[1], 1):
          back = torch.avg_pool2d_backward(back, below, [2, 2], [2, 2], [0, 0], False, True, None)
        else:
          back = torch.max_pool2d_with_indices_backward(back, below, [2, 2], [2, 2], [0, 0], [1, 1], False, chosen[torch.sub(i, 1)])
          chosen[torch.sub(i, 1)] = empty
    return back

  # The gradient g in the network's input, carried back to the image.
  def image_gradient(self: __torch__.Kernel, g: Tensor, image: Tensor, options: List[int], input: Tensor) -> Tensor:
    scaled = torch.mul(torch.to(g, 6), torch.view(input[0], [1, 3, 1, 1]))
    gradient = torch.replication_pad2d_backward(torch.contiguous(scaled), image, (self).padding(image))
    if torch.eq(options[2], 1):
      gradient0 = torch.flip(gradient, [1])
    else:
      gradient0 = gradient
    return gradient0

  # What a style layer adds to the gradient in its features, as rows: weight (F slope + row).
  def pull(self: __torch__.Kernel, f: Tensor, weight: float, slope: Tensor, row: Tensor) -> Tensor:
    kind = ops.prim.dtype(f)
    return torch.addmm(torch.to(torch.mul(row, weight), kind), (self).rows(f), torch.to(torch.mul(slope, weight), kind))

  # All distances of an image from its targets, and the gradient of their weighted sum.
  #   factors   [content layer weights..., style layer weights..., total variation]
  # Returns [distances, gradient]: distances is float32, in the order of `factors`, and the gradient's norm last.
  def evaluate(self: __torch__.Kernel, image: Tensor, plan: List[int], options: List[int], factors: List[float], input: Tensor, weights: List[Tensor], content: List[Tensor], style: List[Tensor]) -> List[Tensor]:
    layers = torch.floordiv(torch.len(plan), 3)
    contents = torch.floordiv(torch.len(content), 2)
    styles = torch.floordiv(torch.len(style), 4)
    empty = torch.new_zeros(weights[0], [0])
    entered, outputs, chosen = (self).activations(image, plan, options, input, weights)
    content_distances = annotate(List[Tensor], [])
    style_distances = annotate(List[Tensor], [])
    g = torch.zeros_like(outputs[torch.sub(layers, 1)])
    for k in range(layers):
      i = torch.sub(torch.sub(layers, 1), k)
      f = outputs[i]
      outputs[i] = empty
      slot = plan[torch.add(torch.mul(3, i), 2)]
      if torch.ge(slot, 0):
        weight = factors[torch.add(contents, slot)]
        at = torch.mul(slot, 4)
        mu, m = (self).moments(f)
        n = torch.mul(torch.size(f, 2), torch.size(f, 3))
        distance, slope, row = (self).style_slope(mu, m, n, options[0], style[at], style[torch.add(at, 1)], style[torch.add(at, 2)], style[torch.add(at, 3)])
        _3 = torch.insert(style_distances, 0, distance)
        _4 = torch.add_((self).rows(g), (self).pull(f, weight, slope, row))
      slot0 = plan[torch.add(torch.mul(3, i), 1)]
      if torch.ge(slot0, 0):
        off = torch.sub(f, content[torch.mul(slot0, 2)])
        energy = content[torch.add(torch.mul(slot0, 2), 1)]
        wide = torch.to(off, 6)
        _5 = torch.insert(content_distances, 0, torch.div(torch.mean(torch.mul(wide, wide)), energy))
        weight0 = factors[slot0]
        factor = torch.to(torch.mul(torch.reciprocal(energy), torch.div(torch.mul(2., weight0), torch.numel(off))), ops.prim.dtype(off))
        _6 = torch.add_(g, torch.mul_(off, factor))
      g = (self).carried_back(g, i, f, entered, outputs, chosen, plan, options, weights)
    gradient = (self).image_gradient(g, image, options, input)
    rough, rough_slope = (self).total_variation(image, 1, torch.numel(image))
    _7 = torch.add_(gradient, rough_slope, alpha=factors[torch.add(contents, styles)])
    distances = torch.add(torch.add(content_distances, style_distances), [rough, torch.linalg_vector_norm(gradient)])
    return [torch.stack(distances), gradient]

  # Tiles (docs/objective.md): the same for pictures whose features do not fit in memory at once.
  #   tile      [left, top, right, bottom] in the picture, then those of the part that the tile owns, all in pixels

  # The part of an image, or of features, from left and top to right and bottom; a view.
  def part(self: __torch__.Kernel, x: Tensor, rectangle: List[int]) -> Tensor:
    return torch.slice(torch.slice(x, 2, rectangle[1], rectangle[3]), 3, rectangle[0], rectangle[2])

  # What a tile owns of its features; a view. A feature's side is `step` pixels of the picture.
  def owned(self: __torch__.Kernel, f: Tensor, tile: List[int], step: int) -> Tensor:
    right = torch.size(f, 3)
    bottom = torch.size(f, 2)
    if torch.lt(tile[6], tile[2]):
      right = torch.floordiv(torch.sub(tile[6], tile[0]), step)
    if torch.lt(tile[7], tile[3]):
      bottom = torch.floordiv(torch.sub(tile[7], tile[1]), step)
    left = torch.floordiv(torch.sub(tile[4], tile[0]), step)
    top = torch.floordiv(torch.sub(tile[5], tile[1]), step)
    return (self).part(f, [left, top, right, bottom])

  # What a tile owns of the features that the plan names (column 1 or 2), in the order of the layers.
  def tile_features(self: __torch__.Kernel, column: int, image: Tensor, tile: List[int], plan: List[int], options: List[int], input: Tensor, weights: List[Tensor]) -> List[Tensor]:
    found = (self).features(column, torch.contiguous((self).part(image, tile)), plan, options, input, weights)
    owned = annotate(List[Tensor], [])
    step = 1
    for i in range(torch.floordiv(torch.len(plan), 3)):
      if torch.ge(plan[torch.add(torch.mul(3, i), column)], 0):
        _0 = torch.append(owned, (self).owned(found[torch.len(owned)], tile, step))
      if torch.eq(plan[torch.mul(3, i)], 1):
        step = torch.mul(step, 2)
    return owned

  # Adds the sum and the raw second moment's sum over the positions that a tile owns to `sums`, two a style layer.
  def tile_sums(self: __torch__.Kernel, image: Tensor, tile: List[int], plan: List[int], options: List[int], input: Tensor, weights: List[Tensor], sums: List[Tensor]) -> List[Tensor]:
    owned = (self).tile_features(2, image, tile, plan, options, input, weights)
    for i in range(torch.len(owned)):
      m = torch.to((self).rows(owned[i]), 6)
      _0 = torch.add_(sums[torch.mul(2, i)], torch.sum(m, [0]))
      _1 = torch.addmm_(sums[torch.add(torch.mul(2, i), 1)], torch.t(m), m)
    return sums

  # [features, sum of their squares] of what a tile owns of each content layer.
  def tile_content(self: __torch__.Kernel, image: Tensor, tile: List[int], plan: List[int], options: List[int], input: Tensor, weights: List[Tensor]) -> List[Tensor]:
    targets = annotate(List[Tensor], [])
    owned = (self).tile_features(1, image, tile, plan, options, input, weights)
    for i in range(torch.len(owned)):
      f = torch.contiguous(owned[i], memory_format=2)
      _0 = torch.append(targets, f)
      _1 = torch.append(targets, torch.sum(torch.pow(torch.to(f, 6), 2)))
    return targets

  # [distance, matrix, row] of each style layer as `style_slope` gives them, from its moments over all tiles.
  #   positions  of each style layer
  def style_slopes(self: __torch__.Kernel, options: List[int], positions: List[int], moments: List[Tensor], style: List[Tensor]) -> List[Tensor]:
    found = annotate(List[Tensor], [])
    for i in range(torch.len(positions)):
      at = torch.mul(i, 4)
      distance, slope, row = (self).style_slope(moments[torch.mul(2, i)], moments[torch.add(torch.mul(2, i), 1)], positions[i], options[0], style[at], style[torch.add(at, 1)], style[torch.add(at, 2)], style[torch.add(at, 3)])
      _0 = torch.append(found, distance)
      _1 = torch.append(found, slope)
      _2 = torch.append(found, row)
    return found

  # Adds a tile's share of the gradient, but for the smoothness, to `gradient`, which is of the whole picture's size.
  #   factors   [on the differences from each content layer's target..., style layer weights...]
  #   content   what the tile owns of each content layer's target
  #   slopes    as `style_slopes` gives them
  # Returns the sum of the squared differences of each content layer, one number each.
  def tile_gradient(self: __torch__.Kernel, image: Tensor, tile: List[int], plan: List[int], options: List[int], factors: List[float], input: Tensor, weights: List[Tensor], content: List[Tensor], slopes: List[Tensor], gradient: Tensor) -> List[Tensor]:
    layers = torch.floordiv(torch.len(plan), 3)
    contents = torch.len(content)
    empty = torch.new_zeros(weights[0], [0])
    x = torch.contiguous((self).part(image, tile))
    entered, outputs, chosen = (self).activations(x, plan, options, input, weights)
    squares = annotate(List[Tensor], [])
    step = 1
    for i in range(torch.sub(layers, 1)):
      if torch.eq(plan[torch.mul(3, i)], 1):
        step = torch.mul(step, 2)
    g = torch.zeros_like(outputs[torch.sub(layers, 1)])
    for k in range(layers):
      i0 = torch.sub(torch.sub(layers, 1), k)
      f = outputs[i0]
      outputs[i0] = empty
      slot = plan[torch.add(torch.mul(3, i0), 2)]
      if torch.ge(slot, 0):
        own = (self).owned(f, tile, step)
        at = torch.mul(slot, 3)
        pull = (self).pull(own, factors[torch.add(contents, slot)], slopes[torch.add(at, 1)], slopes[torch.add(at, 2)])
        shaped = torch.permute(torch.reshape(pull, [1, torch.size(own, 2), torch.size(own, 3), torch.size(own, 1)]), [0, 3, 1, 2])
        _0 = torch.add_((self).owned(g, tile, step), shaped)
      slot0 = plan[torch.add(torch.mul(3, i0), 1)]
      if torch.ge(slot0, 0):
        off = torch.sub((self).owned(f, tile, step), content[slot0])
        wide = torch.to(off, 6)
        _1 = torch.insert(squares, 0, torch.sum(torch.mul(wide, wide)))
        _2 = torch.add_((self).owned(g, tile, step), torch.mul_(off, factors[slot0]))
      g = (self).carried_back(g, i0, f, entered, outputs, chosen, plan, options, weights)
      if torch.gt(i0, 0):
        if torch.eq(plan[torch.mul(3, torch.sub(i0, 1))], 1):
          step = torch.floordiv(step, 2)
    _3 = torch.add_((self).part(gradient, tile), (self).image_gradient(g, x, options, input))
    return squares

  # The share of an image's rows in the smoothness of a whole of n numbers, one number; `weight` times its gradient is added to
  # `gradient`, which is of the same rows.
  #   rows      [from, to, 1 if the last of them is the whole's last]
  def rows_smoothness(self: __torch__.Kernel, image: Tensor, rows: List[int], n: int, weight: float, gradient: Tensor) -> Tensor:
    below = torch.sub(torch.add(rows[1], 1), rows[2])
    here = torch.contiguous(torch.slice(image, 2, rows[0], below))
    value, slope = (self).total_variation(here, rows[2], n)
    _0 = torch.add_(torch.slice(gradient, 2, rows[0], below), slope, alpha=weight)
    return value

  # The Euclidean norm, one number.
  def norm(self: __torch__.Kernel, x: Tensor) -> Tensor:
    return torch.linalg_vector_norm(x)

  # One Adam step (Kingma and Ba 2014, arXiv:1412.6980), kept within 0..1.
  #   numbers   [factor on the gradient, beta1, beta2, epsilon, rate / (1 - beta1^t), sqrt(1 - beta2^t)]
  # Returns [image, first moment, second moment], all new.
  def adam(self: __torch__.Kernel, numbers: List[float], image: Tensor, gradient: Tensor, first: Tensor, second: Tensor) -> List[Tensor]:
    if torch.eq(numbers[0], 1.):
      g = gradient
    else:
      g = torch.mul(gradient, numbers[0])
    m = torch.lerp(first, g, torch.sub(1., numbers[1]))
    beta = numbers[2]
    v = torch.addcmul_(torch.mul(second, beta), g, g, value=torch.sub(1., beta))
    spread = torch.add_(torch.div_(torch.sqrt(v), numbers[5]), numbers[3])
    x = torch.addcdiv(image, m, spread, value=torch.neg(numbers[4]))
    return [torch.clamp_(x, 0., 1.), m, v]

  # The sum of what is in each 2x2 square, with the edge's as if they were whole.
  def halved(self: __torch__.Kernel, x: Tensor) -> Tensor:
    return torch.mul(torch.avg_pool2d(x, [2, 2], [2, 2], [0, 0], True, False), 4)

  # One Adam step on an image that is a sum of ever coarser images, each enlarged bilinearly: what is common to many pixels
  # moves as fast as a single one does. Kept within 0..1.
  #   numbers   as `adam` has them
  #   rates     a factor on the rate for each of these images, the finest first
  #   first, second   the moments of all of them, one after another
  # Returns [image, first moment, second moment], all new.
  def scaled_adam(self: __torch__.Kernel, numbers: List[float], rates: List[float], image: Tensor, gradient: Tensor, first: Tensor, second: Tensor) -> List[Tensor]:
    level = torch.mul(gradient, numbers[0])
    levels = annotate(List[Tensor], [])
    flat = annotate(List[Tensor], [])
    for k in range(torch.len(rates)):
      _0 = torch.append(levels, level)
      _1 = torch.append(flat, torch.reshape(level, [-1]))
      level = (self).halved(level)
    g = torch.cat(flat)
    m = torch.lerp(first, g, torch.sub(1., numbers[1]))
    v = torch.addcmul_(torch.mul(second, numbers[2]), g, g, value=torch.sub(1., numbers[2]))
    spread = torch.add_(torch.div_(torch.sqrt(v), numbers[5]), numbers[3])
    steps = torch.mul_(torch.div(m, spread), numbers[4])
    end = torch.numel(g)
    coarsest = torch.sub(torch.len(rates), 1)
    way = torch.new_zeros(gradient, [1, 3, 1, 1])
    for k0 in range(torch.len(rates)):
      at = torch.sub(coarsest, k0)
      here = levels[at]
      begin = torch.sub(end, torch.numel(here))
      own = torch.reshape(torch.slice(steps, 0, begin, end), torch.size(here))
      size = [torch.size(here, 2), torch.size(here, 3)]
      way = torch.add(torch.upsample_bilinear2d(way, size, False, None), own, alpha=rates[at])
      end = begin
    return [torch.clamp_(torch.sub(image, way), 0., 1.), m, v]

  # 1 where a pixel may move against its gradient, 0 where it stands at a bound and would leave it.
  def free(self: __torch__.Kernel, image: Tensor, gradient: Tensor) -> Tensor:
    low = torch.__and__(torch.le(image, 0.), torch.gt(gradient, 0.))
    high = torch.__and__(torch.ge(image, 1.), torch.lt(gradient, 0.))
    return torch.to(torch.logical_not(torch.__or__(low, high)), 6)

  # [direction, [gradient . direction, largest entry of direction]] of steepest descent within the bounds.
  def steepest(self: __torch__.Kernel, image: Tensor, gradient: Tensor) -> List[Tensor]:
    d = torch.neg(torch.mul(gradient, (self).free(image, gradient)))
    return [d, torch.stack([torch.sum(torch.mul(gradient, d)), torch.amax(torch.abs(d))])]

  # The same by L-BFGS's two loops (Nocedal 1980) over the latest steps and the changes of the gradient along them, oldest first.
  def quasi_newton(self: __torch__.Kernel, image: Tensor, gradient: Tensor, steps: List[Tensor], changes: List[Tensor]) -> List[Tensor]:
    mask = (self).free(image, gradient)
    q = torch.mul(gradient, mask)
    n = torch.len(steps)
    shares = annotate(List[Tensor], [])
    for k in range(n):
      i = torch.sub(torch.sub(n, 1), k)
      share = torch.div(torch.sum(torch.mul(steps[i], q)), torch.sum(torch.mul(steps[i], changes[i])))
      q = torch.sub(q, torch.mul(changes[i], share))
      _0 = torch.append(shares, share)
    last = torch.sub(n, 1)
    curvature = torch.div(torch.sum(torch.mul(steps[last], changes[last])), torch.sum(torch.pow(changes[last], 2)))
    r = torch.mul(q, curvature)
    for i0 in range(n):
      back = torch.div(torch.sum(torch.mul(changes[i0], r)), torch.sum(torch.mul(steps[i0], changes[i0])))
      r = torch.add(r, torch.mul(steps[i0], torch.sub(shares[torch.sub(last, i0)], back)))
    d = torch.neg(torch.mul(r, mask))
    return [d, torch.stack([torch.sum(torch.mul(gradient, d)), torch.amax(torch.abs(d))])]

  # A point along a direction, kept within 0..1, and the gradient's product with the way there: [image, product].
  def along(self: __torch__.Kernel, length: float, image: Tensor, direction: Tensor, gradient: Tensor) -> List[Tensor]:
    x = torch.clamp_(torch.add(image, direction, alpha=length), 0., 1.)
    return [x, torch.sum(torch.mul(gradient, torch.sub(x, image)))]

  # [a - b, c - d, their product]: what L-BFGS remembers of a step.
  def remembered(self: __torch__.Kernel, a: Tensor, b: Tensor, c: Tensor, d: Tensor) -> List[Tensor]:
    step = torch.sub(a, b)
    change = torch.sub(c, d)
    return [step, change, torch.sum(torch.mul(step, change))]

  # A tensor as float32, its numbers in the order of its sides.
  def plain(self: __torch__.Kernel, x: Tensor) -> Tensor:
    return torch.contiguous(torch.to(x, 6))

  # A matrix times itself.
  def product(self: __torch__.Kernel, x: Tensor) -> Tensor:
    return torch.mm(x, x)

  # A tensor times a number.
  def times(self: __torch__.Kernel, factor: float, x: Tensor) -> Tensor:
    return torch.mul(x, factor)

  # keep average + (1 - keep) image.
  def averaged(self: __torch__.Kernel, keep: float, average: Tensor, image: Tensor) -> Tensor:
    return torch.lerp(average, image, torch.sub(1., keep))

  # The image that is shown: an average times its bias correction, within 0..1.
  def shown(self: __torch__.Kernel, factor: float, average: Tensor) -> Tensor:
    return torch.clamp_(torch.mul(average, factor), 0., 1.)

  # An image as bytes, 3xHxW, 0..255, rounded.
  def bytes(self: __torch__.Kernel, image: Tensor) -> Tensor:
    return torch.to(torch.add_(torch.mul(image[0], 255.), 0.5), 0)

  # What a new stage starts from: size is [height, width], kind 0 an image (bicubic, within 0..1), 1 a first moment (bicubic),
  # 2 a second moment (bilinear, not below 0).
  def resized(self: __torch__.Kernel, size: List[int], kind: int, x: Tensor) -> Tensor:
    if torch.eq(kind, 2):
      r = torch.relu(torch.upsample_bilinear2d(x, size, False, None))
    else:
      r = torch.upsample_bicubic2d(x, size, False, None)
      if torch.eq(kind, 0):
        r = torch.clamp(r, 0., 1.)
    return r

  # The place that each new position of a side falls on, counted from the first old one, as a fraction.
  def places(self: __torch__.Kernel, top: int, bottom: int, old: int, new: int, x: Tensor) -> Tensor:
    at = torch.add(torch.arange(top, bottom, dtype=6, device=ops.prim.device(x)), 0.5)
    return torch.sub(torch.mul(at, torch.div(float(old), float(new))), 0.5)

  # The weight of the position k from the one that a fraction t lies beyond: cubic with a = -0.75, or linear.
  def share(self: __torch__.Kernel, t: Tensor, k: int, kind: int) -> Tensor:
    d = torch.abs(torch.sub(t, float(k)))
    if torch.eq(kind, 2):
      w = torch.clamp_min(torch.rsub(d, 1.), 0.)
    else:
      near = torch.add(torch.mul(torch.mul(torch.sub(torch.mul(d, 1.25), 2.25), d), d), 1.)
      far = torch.add(torch.mul(torch.sub(torch.mul(torch.add(torch.mul(d, -0.75), 3.75), d), 6.), d), 3.)
      w = torch.where(torch.le(d, 1.), near, far)
    return w

  # Some rows of what `resized` makes of a whole, from the rows that they need.
  #   sizes     [height, width] before, then after
  #   rows      [the first row of x, the first wanted, the one after the last wanted]
  def resized_rows(self: __torch__.Kernel, sizes: List[int], rows: List[int], kind: int, x: Tensor) -> Tensor:
    down = (self).places(rows[1], rows[2], sizes[0], sizes[2], x)
    across = (self).places(0, sizes[3], sizes[1], sizes[3], x)
    if torch.eq(kind, 2):
      down = torch.clamp_min(down, 0.)
      across = torch.clamp_min(across, 0.)
    row = torch.floor(down)
    column = torch.floor(across)
    wide = torch.new_zeros(x, [1, 3, torch.size(x, 2), sizes[3]])
    r = torch.new_zeros(x, [1, 3, torch.sub(rows[2], rows[1]), sizes[3]])
    for k in range(4):
      step = torch.sub(k, 1)
      at = torch.to(torch.clamp(torch.add(column, step), 0, torch.sub(sizes[1], 1)), 4)
      w = (self).share(torch.sub(across, column), step, kind)
      _0 = torch.add_(wide, torch.mul(torch.index_select(x, 3, at), w))
    for k0 in range(4):
      step0 = torch.sub(k0, 1)
      at0 = torch.to(torch.sub(torch.clamp(torch.add(row, step0), 0, torch.sub(sizes[0], 1)), rows[0]), 4)
      at1 = torch.clamp(at0, 0, torch.sub(torch.size(x, 2), 1))
      w0 = torch.view((self).share(torch.sub(down, row), step0, kind), [-1, 1])
      _1 = torch.add_(r, torch.mul(torch.index_select(wide, 2, at1), w0))
    if torch.eq(kind, 0):
      r = torch.clamp(r, 0., 1.)
    if torch.eq(kind, 2):
      r = torch.relu(r)
    return r

  def forward(self: __torch__.Kernel, image: Tensor) -> Tensor:
    return image
