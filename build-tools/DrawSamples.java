import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/// Draws every sample picture and the application icon from nothing but arithmetic.
///
/// The product may only ship pictures it owns outright, so none of them is a photograph or a scan:
/// the "photo" is a small ray-traced lake, the "paintings" are simulated oil, woodblock and glass.
/// All randomness is seeded, so a rebuild gives the same pictures.
public final class DrawSamples {

  private DrawSamples() {}

  /// Takes the output folder, and optionally which pictures to draw (for quick trials).
  public static void main(String[] args) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Path out = Path.of(args.length > 0 ? args[0] : ".");
    String only = args.length > 1 ? args[1] : "lake,swirls,woodblock,mosaic,icon";
    Path samples = Files.createDirectories(out.resolve("assets/samples"));
    if (only.contains("lake")) {
      Jpeg.write(new LakePhoto().render(1024, 768), samples.resolve("photo-lake.jpg"), 0.92f);
    }
    if (only.contains("swirls")) {
      Jpeg.write(new SwirlPainting().paint(), samples.resolve("painting-swirls.jpg"), 0.90f);
    }
    if (only.contains("woodblock")) {
      Jpeg.write(new WoodblockPrint().print(), samples.resolve("painting-woodblock.jpg"), 0.90f);
    }
    if (only.contains("mosaic")) {
      Jpeg.write(new GlassMosaic().assemble(), samples.resolve("painting-mosaic.jpg"), 0.90f);
    }
    if (only.contains("icon")) {
      Path icons = Files.createDirectories(out.resolve("assets/icon"));
      for (int size : new int[] {16, 32, 64, 128, 256, 512}) {
        Path file = icons.resolve("pastiche-" + size + ".png");
        ImageIO.write(new Emblem(size).draw(), "png", file.toFile());
      }
    }
  }

  /// JPEG output that stays inside the download budget: quality steps down until the file fits.
  static final class Jpeg {
    private static final long LIMIT = 450_000;

    private Jpeg() {}

    static void write(BufferedImage image, Path file, float quality) throws IOException {
      ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
      float q = quality;
      do {
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(q);
        Files.deleteIfExists(file);
        try (var stream = ImageIO.createImageOutputStream(file.toFile())) {
          writer.setOutput(stream);
          writer.write(null, new IIOImage(image, null, null), param);
        }
        q -= 0.02f;
      } while (Files.size(file) > LIMIT);
      writer.dispose();
    }
  }

  /// Lattice noise keyed by a seed: the raw material of every texture here.
  static final class Noise {
    private Noise() {}

    static double hash(int x, int y, int z) {
      int h = x * 0x27d4eb2d ^ y * 0x165667b1 ^ z * 0x9e3779b1;
      h = (h ^ (h >>> 15)) * 0x85ebca6b;
      h = (h ^ (h >>> 13)) * 0xc2b2ae35;
      return ((h ^ (h >>> 16)) >>> 8) * 0x1p-24;
    }

    /// Smooth value noise in -1..1.
    static double at(double x, double y, int seed) {
      int xi = (int) Math.floor(x);
      int yi = (int) Math.floor(y);
      double u = fade(x - xi);
      double v = fade(y - yi);
      double a = mix(hash(xi, yi, seed), hash(xi + 1, yi, seed), u);
      double b = mix(hash(xi, yi + 1, seed), hash(xi + 1, yi + 1, seed), u);
      return mix(a, b, v) * 2 - 1;
    }

    /// Smooth value noise in -1..1, in space.
    static double at(double x, double y, double z, int seed) {
      int zi = (int) Math.floor(z);
      return mix(at(x, y, seed + zi * 131), at(x, y, seed + zi * 131 + 131), fade(z - zi));
    }

    /// Octaves of noise, each rotated against the last so that the lattice never shows.
    static double fbm(double x, double y, int octaves, int seed) {
      double sum = 0;
      double amp = 0.5;
      double px = x;
      double py = y;
      for (int i = 0; i < octaves; i++) {
        sum += amp * at(px, py, seed + i * 17);
        double qx = 1.6 * px - 1.2 * py + 3.7;
        py = 1.2 * px + 1.6 * py + 1.3;
        px = qx;
        amp *= 0.5;
      }
      return sum;
    }

    static double fbm(double x, double y, double z, int octaves, int seed) {
      double sum = 0;
      double amp = 0.5;
      double f = 1;
      for (int i = 0; i < octaves; i++) {
        sum += amp * at(x * f + i * 5.2, y * f - i * 3.1, z * f + i * 1.7, seed + i * 17);
        f *= 2.03;
        amp *= 0.5;
      }
      return sum;
    }

    /// Sharp crests and smooth valleys, 0..1: the shape of mountains before weather.
    static double ridged(double x, double y, int octaves, int seed) {
      double sum = 0;
      double amp = 0.5;
      double weight = 1;
      double px = x;
      double py = y;
      for (int i = 0; i < octaves; i++) {
        double n = 1 - Math.abs(at(px, py, seed + i * 29));
        n *= n * weight;
        weight = clamp(n * 1.6);
        sum += n * amp;
        double qx = 1.6 * px - 1.2 * py + 1.9;
        py = 1.2 * px + 1.6 * py + 7.3;
        px = qx;
        amp *= 0.5;
      }
      return sum;
    }

    static double fade(double t) {
      return t * t * t * (t * (t * 6 - 15) + 10);
    }

    static double mix(double a, double b, double t) {
      return a + (b - a) * t;
    }

    static double clamp(double t) {
      return t < 0 ? 0 : t > 1 ? 1 : t;
    }

    static double step(double lo, double hi, double x) {
      double t = clamp((x - lo) / (hi - lo));
      return t * t * (3 - 2 * t);
    }
  }

  /// Small colour arithmetic on linear or display RGB triples.
  static final class Rgb {
    private Rgb() {}

    static double[] hex(int rgb) {
      return new double[] {
        (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0
      };
    }

    static double[] mix(double[] a, double[] b, double t) {
      return new double[] {
        a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t
      };
    }

    static double[] scale(double[] a, double k) {
      return new double[] {a[0] * k, a[1] * k, a[2] * k};
    }

    /// Picks along a list of colours with t in 0..1.
    static double[] ramp(double[][] stops, double t) {
      double p = Noise.clamp(t) * (stops.length - 1);
      int i = Math.min((int) p, stops.length - 2);
      return mix(stops[i], stops[i + 1], p - i);
    }

    static double[][] palette(int... rgbs) {
      return Arrays.stream(rgbs).mapToObj(Rgb::hex).toArray(double[][]::new);
    }

    static int pack(double r, double g, double b) {
      return 0xff000000 | to8(r) << 16 | to8(g) << 8 | to8(b);
    }

    static Color color(double[] c) {
      return new Color(pack(c[0], c[1], c[2]));
    }

    private static int to8(double v) {
      return (int) (Noise.clamp(v) * 255 + 0.5);
    }
  }

  private static void eachRow(int rows, IntConsumer body) {
    IntStream.range(0, rows).parallel().forEach(body);
  }

  /// A ray, and the nearest thing it has met so far.
  static final class Ray {
    double ox;
    double oy;
    double oz;
    double dx;
    double dy;
    double dz;
    double far = 1e9;
    Mesh mesh;
    int tri = -1;
    Placed placed;

    Ray(double ox, double oy, double oz, double dx, double dy, double dz) {
      this.ox = ox;
      this.oy = oy;
      this.oz = oz;
      this.dx = dx;
      this.dy = dy;
      this.dz = dz;
    }
  }

  /// Bounding-box tree over anything that has a box; leaves are tested by the subclass.
  abstract static class BoxTree {
    private float[] nodeBox;
    private int[] nodeLink;
    private int[] nodeCount;
    private int[] order;
    private int used;

    abstract boolean hit(int item, Ray ray);

    final void build(float[] boxes) {
      int n = boxes.length / 6;
      order = new int[n];
      Arrays.setAll(order, i -> i);
      nodeBox = new float[12 * n + 6];
      nodeLink = new int[2 * n + 1];
      nodeCount = new int[2 * n + 1];
      used = 1;
      split(0, 0, n, boxes);
    }

    private void split(int node, int from, int to, float[] boxes) {
      float[] b = {1e9f, 1e9f, 1e9f, -1e9f, -1e9f, -1e9f};
      for (int i = from; i < to; i++) {
        for (int a = 0; a < 3; a++) {
          b[a] = Math.min(b[a], boxes[order[i] * 6 + a]);
          b[a + 3] = Math.max(b[a + 3], boxes[order[i] * 6 + a + 3]);
        }
      }
      System.arraycopy(b, 0, nodeBox, node * 6, 6);
      if (to - from <= 3) {
        nodeLink[node] = from;
        nodeCount[node] = to - from;
        return;
      }
      float ex = b[3] - b[0];
      float ey = b[4] - b[1];
      float ez = b[5] - b[2];
      int axis = ex > ey && ex > ez ? 0 : ey > ez ? 1 : 2;
      long[] keyed = new long[to - from];
      for (int i = from; i < to; i++) {
        float centre = boxes[order[i] * 6 + axis] + boxes[order[i] * 6 + axis + 3] - 2 * b[axis];
        keyed[i - from] = (long) Float.floatToIntBits(Math.max(0, centre)) << 32 | order[i];
      }
      Arrays.sort(keyed);
      for (int i = from; i < to; i++) {
        order[i] = (int) keyed[i - from];
      }
      int left = used;
      used += 2;
      nodeLink[node] = left;
      int mid = (from + to) >>> 1;
      split(left, from, mid, boxes);
      split(left + 1, mid, to, boxes);
    }

    /// Finds the nearest hit, or with `any` stops at the first (all a shadow needs).
    final boolean trace(Ray ray, boolean any) {
      double ix = 1 / ray.dx;
      double iy = 1 / ray.dy;
      double iz = 1 / ray.dz;
      int[] stack = new int[48];
      int top = 1;
      boolean found = false;
      while (top > 0) {
        int node = stack[--top];
        if (entry(node, ray, ix, iy, iz) > ray.far) {
          continue;
        }
        if (nodeCount[node] > 0) {
          for (int i = nodeLink[node]; i < nodeLink[node] + nodeCount[node]; i++) {
            found |= hit(order[i], ray);
          }
          if (found && any) {
            return true;
          }
        } else {
          int near = nodeLink[node];
          int other = near + 1;
          if (entry(near, ray, ix, iy, iz) > entry(other, ray, ix, iy, iz)) {
            other = near;
            near = other + 1;
          }
          stack[top++] = other;
          stack[top++] = near;
        }
      }
      return found;
    }

    private double entry(int node, Ray r, double ix, double iy, double iz) {
      int k = node * 6;
      double x0 = (nodeBox[k] - r.ox) * ix;
      double x1 = (nodeBox[k + 3] - r.ox) * ix;
      double y0 = (nodeBox[k + 1] - r.oy) * iy;
      double y1 = (nodeBox[k + 4] - r.oy) * iy;
      double z0 = (nodeBox[k + 2] - r.oz) * iz;
      double z1 = (nodeBox[k + 5] - r.oz) * iz;
      double in = Math.max(Math.max(Math.min(x0, x1), Math.min(y0, y1)), Math.min(z0, z1));
      double out = Math.min(Math.min(Math.max(x0, x1), Math.max(y0, y1)), Math.max(z0, z1));
      return out < Math.max(in, 0) ? Double.MAX_VALUE : in;
    }
  }

  /// Triangles with a colour, a built-in occlusion and a surface kind each.
  static final class Mesh extends BoxTree {
    static final int PLAIN = 0;
    static final int LEAF = 1;
    static final int PLANK = 2;
    static final int SHINGLE = 3;
    static final int STONE = 4;

    private float[] corner = new float[9 * 64];
    private float[] look = new float[8 * 64];
    private int count;

    /// Adds one triangle; `soft` is the normal to shade with, or null for the flat one.
    void tri(
        double[] a, double[] b, double[] c, double[] rgb, double open, int kind, double[] soft) {
      if (count * 9 == corner.length) {
        corner = Arrays.copyOf(corner, corner.length * 2);
        look = Arrays.copyOf(look, look.length * 2);
      }
      for (int i = 0; i < 3; i++) {
        corner[count * 9 + i] = (float) a[i];
        corner[count * 9 + 3 + i] = (float) b[i];
        corner[count * 9 + 6 + i] = (float) c[i];
        look[count * 8 + i] = (float) rgb[i];
      }
      double[] n = soft != null ? soft : Vec.unit(Vec.cross(Vec.sub(b, a), Vec.sub(c, a)));
      for (int i = 0; i < 3; i++) {
        look[count * 8 + 3 + i] = (float) n[i];
      }
      look[count * 8 + 6] = (float) open;
      look[count * 8 + 7] = kind;
      count++;
    }

    void quad(double[] a, double[] b, double[] c, double[] d, double[] rgb, int kind) {
      tri(a, b, c, rgb, 1, kind, null);
      tri(a, c, d, rgb, 1, kind, null);
    }

    void box(
        double x0, double y0, double z0, double x1, double y1, double z1, double[] c, int kind) {
      double[][] p = new double[8][];
      for (int i = 0; i < 8; i++) {
        p[i] = Vec.of((i & 1) == 0 ? x0 : x1, (i & 2) == 0 ? y0 : y1, (i & 4) == 0 ? z0 : z1);
      }
      quad(p[0], p[1], p[3], p[2], c, kind);
      quad(p[4], p[5], p[7], p[6], c, kind);
      quad(p[0], p[2], p[6], p[4], c, kind);
      quad(p[1], p[3], p[7], p[5], c, kind);
      quad(p[2], p[3], p[7], p[6], c, kind);
      quad(p[0], p[1], p[5], p[4], c, kind);
    }

    /// A tapering limb with a square section: enough for trunks seen from a distance.
    void limb(double[] from, double[] to, double r0, double r1, double[] rgb) {
      double[] side = Vec.unit(Vec.cross(Vec.sub(to, from), Vec.of(0.31, 0.2, 0.93)));
      double[] other = Vec.unit(Vec.cross(Vec.sub(to, from), side));
      double[][] ring = {side, other, Vec.mul(side, -1), Vec.mul(other, -1)};
      for (int i = 0; i < 4; i++) {
        double[] u = ring[i];
        double[] v = ring[(i + 1) % 4];
        quad(
            Vec.add(from, u, r0),
            Vec.add(from, v, r0),
            Vec.add(to, v, r1),
            Vec.add(to, u, r1),
            rgb,
            PLAIN);
      }
    }

    Mesh done() {
      float[] boxes = new float[count * 6];
      for (int i = 0; i < count; i++) {
        for (int a = 0; a < 3; a++) {
          float p = corner[i * 9 + a];
          float q = corner[i * 9 + 3 + a];
          float r = corner[i * 9 + 6 + a];
          boxes[i * 6 + a] = Math.min(p, Math.min(q, r));
          boxes[i * 6 + 3 + a] = Math.max(p, Math.max(q, r));
        }
      }
      build(boxes);
      return this;
    }

    float look(int tri, int field) {
      return look[tri * 8 + field];
    }

    /// Bounding radius around the local vertical axis, and the top: for placing instances.
    float[] reach() {
      float radius = 0;
      float top = 0;
      float bottom = 0;
      for (int i = 0; i < count * 9; i += 3) {
        radius = Math.max(radius, (float) Math.hypot(corner[i], corner[i + 2]));
        top = Math.max(top, corner[i + 1]);
        bottom = Math.min(bottom, corner[i + 1]);
      }
      return new float[] {radius, top, bottom};
    }

    @Override
    boolean hit(int i, Ray r) {
      int k = i * 9;
      double e1x = corner[k + 3] - corner[k];
      double e1y = corner[k + 4] - corner[k + 1];
      double e1z = corner[k + 5] - corner[k + 2];
      double e2x = corner[k + 6] - corner[k];
      double e2y = corner[k + 7] - corner[k + 1];
      double e2z = corner[k + 8] - corner[k + 2];
      double px = r.dy * e2z - r.dz * e2y;
      double py = r.dz * e2x - r.dx * e2z;
      double pz = r.dx * e2y - r.dy * e2x;
      double inv = 1 / (e1x * px + e1y * py + e1z * pz);
      double sx = r.ox - corner[k];
      double sy = r.oy - corner[k + 1];
      double sz = r.oz - corner[k + 2];
      double u = (sx * px + sy * py + sz * pz) * inv;
      if (!(u >= 0 && u <= 1)) {
        return false;
      }
      double qx = sy * e1z - sz * e1y;
      double qy = sz * e1x - sx * e1z;
      double qz = sx * e1y - sy * e1x;
      double v = (r.dx * qx + r.dy * qy + r.dz * qz) * inv;
      double t = (e2x * qx + e2y * qy + e2z * qz) * inv;
      if (v < 0 || u + v > 1 || t < 1e-4 || t >= r.far) {
        return false;
      }
      r.far = t;
      r.mesh = this;
      r.tri = i;
      return true;
    }
  }

  /// One mesh standing somewhere: turned about the vertical, scaled and tinted.
  record Placed(
      Mesh mesh, double x, double y, double z, double scale, double sin, double cos, float tint) {}

  /// Everything that stands on the ground, sharing a few meshes between thousands of places.
  static final class Crowd extends BoxTree {
    private final List<Placed> all = new ArrayList<>();

    void add(Mesh mesh, double x, double y, double z, double scale, double turn, double tint) {
      double sin = Math.sin(turn);
      all.add(new Placed(mesh, x, y, z, scale, sin, Math.cos(turn), (float) tint));
    }

    void done() {
      float[] boxes = new float[all.size() * 6];
      Map<Mesh, float[]> reach = new HashMap<>();
      for (int i = 0; i < all.size(); i++) {
        Placed p = all.get(i);
        float[] m = reach.computeIfAbsent(p.mesh, Mesh::reach);
        double r = m[0] * p.scale;
        float[] b = {
          (float) (p.x - r), (float) (p.y + m[2] * p.scale), (float) (p.z - r),
          (float) (p.x + r), (float) (p.y + m[1] * p.scale), (float) (p.z + r)
        };
        System.arraycopy(b, 0, boxes, i * 6, 6);
      }
      build(boxes);
    }

    @Override
    boolean hit(int item, Ray w) {
      Placed p = all.get(item);
      double k = 1 / p.scale;
      double x = (w.ox - p.x) * k;
      double z = (w.oz - p.z) * k;
      Ray local =
          new Ray(
              x * p.cos - z * p.sin,
              (w.oy - p.y) * k,
              x * p.sin + z * p.cos,
              (w.dx * p.cos - w.dz * p.sin) * k,
              w.dy * k,
              (w.dx * p.sin + w.dz * p.cos) * k);
      local.far = w.far;
      if (!p.mesh.trace(local, false)) {
        return false;
      }
      w.far = local.far;
      w.mesh = local.mesh;
      w.tri = local.tri;
      w.placed = p;
      return true;
    }
  }

  /// Three-number vectors for the modelling code, where speed does not matter.
  static final class Vec {
    private Vec() {}

    static double[] of(double x, double y, double z) {
      return new double[] {x, y, z};
    }

    static double[] sub(double[] a, double[] b) {
      return of(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
    }

    static double[] add(double[] a, double[] b, double k) {
      return of(a[0] + b[0] * k, a[1] + b[1] * k, a[2] + b[2] * k);
    }

    static double[] mul(double[] a, double k) {
      return of(a[0] * k, a[1] * k, a[2] * k);
    }

    static double dot(double[] a, double[] b) {
      return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    static double[] cross(double[] a, double[] b) {
      return of(a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]);
    }

    static double[] unit(double[] a) {
      return mul(a, 1 / Math.max(1e-12, Math.sqrt(dot(a, a))));
    }
  }

  /// The models that furnish the lake: trees, a cabin, a boat, rocks and reeds.
  static final class Models {
    private final Random random;

    Models(long seed) {
      random = new Random(seed);
    }

    private double rnd(double lo, double hi) {
      return lo + (hi - lo) * random.nextDouble();
    }

    /// A spruce of unit height: drooping whorls of branches carrying thin sprays.
    Mesh spruce(int whorls, int branches, int sprays) {
      Mesh m = new Mesh();
      m.limb(Vec.of(0, -0.05, 0), Vec.of(0, 1, 0), 0.014, 0.001, Rgb.hex(0x4a3a2c));
      for (int w = 0; w < whorls; w++) {
        double y = 0.08 + 0.92 * Math.pow((w + rnd(0, 0.7)) / whorls, 0.9);
        double reach = 0.19 * Math.pow(1 - y, 0.75) * rnd(0.75, 1.12) + 0.008;
        int n = Math.max(4, (int) (branches * (1.1 - 0.5 * y)));
        for (int b = 0; b < n; b++) {
          branch(
              m,
              y + rnd(-0.012, 0.012),
              reach * rnd(0.55, 1.2),
              (b + rnd(0, 0.8)) * 2 * Math.PI / n,
              sprays);
        }
      }
      return m.done();
    }

    private void branch(Mesh m, double y, double reach, double turn, int sprays) {
      double[] out = Vec.of(Math.cos(turn), 0, Math.sin(turn));
      double[] side = Vec.of(-out[2], 0, out[0]);
      for (int s = 0; s < sprays; s++) {
        double f = (s + 0.6) / sprays;
        double droop = 0.25 * f - 0.75 * f * f;
        double[] base = Vec.add(Vec.of(0, y + reach * droop * 0.8, 0), out, reach * f);
        double len = reach * (0.5 - 0.25 * f) + 0.006;
        for (int k = -1; k <= 1; k += 2) {
          double[] tip =
              Vec.add(Vec.add(base, out, len * rnd(0.5, 0.9)), side, k * len * rnd(0.3, 0.9));
          tip[1] -= len * rnd(0.05, 0.5);
          double[] wide = Vec.add(base, out, -len * 0.34);
          wide[1] += len * rnd(0.0, 0.22);
          double green = rnd(0.75, 1.25);
          double[] rgb = Vec.of(0.055 * green, 0.095 * green * rnd(0.92, 1.08), 0.045 * green);
          double[] soft = Vec.unit(Vec.add(Vec.of(0, 0.45 + rnd(-0.3, 0.3), 0), out, f + 0.2));
          m.tri(base, tip, wide, rgb, 0.25 + 0.75 * f * f, Mesh.LEAF, soft);
        }
      }
    }

    /// A birch of unit height in autumn: pale forked trunk under clouds of small bright leaves.
    Mesh birch(int clumps, int leaves, double leafSize, double[][] foliage) {
      Mesh m = new Mesh();
      double[] bark = Rgb.hex(0xb9b3a6);
      double[] fork = Vec.of(rnd(-0.04, 0.04), 0.42, rnd(-0.04, 0.04));
      m.limb(Vec.of(0, -0.05, 0), fork, 0.016, 0.01, bark);
      for (int c = 0; c < clumps; c++) {
        double a = rnd(0, 2 * Math.PI);
        double h = rnd(0, 1);
        double wide = 0.25 * Math.sqrt(Math.sin(Math.PI * (0.12 + 0.85 * h)));
        double r = wide * Math.sqrt(rnd(0.05, 1));
        double[] mid = Vec.of(Math.cos(a) * r, 0.3 + 0.66 * h, Math.sin(a) * r);
        m.limb(fork, mid, 0.006, 0.001, Rgb.scale(bark, 0.6));
        double size = rnd(0.05, 0.09);
        for (int i = 0; i < leaves; i++) {
          double[] d =
              Vec.unit(Vec.of(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()));
          double[] at = Vec.add(mid, d, size * Math.cbrt(rnd(0.1, 1)));
          double[] soft = Vec.unit(Vec.add(Vec.mul(d, 0.6), at, 1.2));
          leaf(m, at, leafSize * rnd(0.6, 1.3), soft, Rgb.ramp(foliage, rnd(0, 1)));
        }
      }
      return m.done();
    }

    private void leaf(Mesh m, double[] at, double size, double[] soft, double[] rgb) {
      double[] u =
          Vec.unit(Vec.of(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()));
      double[] v = Vec.unit(Vec.cross(u, Vec.of(random.nextGaussian(), 1, random.nextGaussian())));
      double open = 0.35 + 0.65 * Noise.clamp(Math.hypot(at[0], at[2]) * 4.2);
      m.tri(
          Vec.add(at, u, size),
          Vec.add(at, v, size),
          Vec.add(at, u, -size),
          rgb,
          open,
          Mesh.LEAF,
          soft);
    }

    /// Blades from one root: grass on land, reeds in the shallows.
    Mesh tuft(int blades, double spread, double[] dark, double[] light) {
      Mesh m = new Mesh();
      for (int i = 0; i < blades; i++) {
        double a = rnd(0, 2 * Math.PI);
        double r = spread * Math.sqrt(rnd(0, 1));
        double[] root = Vec.of(Math.cos(a) * r, -0.1, Math.sin(a) * r);
        double h = rnd(0.45, 1);
        double lean = rnd(-0.25, 0.35);
        double[] mid = Vec.of(root[0] + lean * 0.3, h * 0.6, root[2] + rnd(-0.1, 0.1));
        double[] tip = Vec.of(root[0] + lean, h, root[2] + rnd(-0.25, 0.25));
        double b = rnd(0, 2 * Math.PI);
        double[] across = Vec.of(Math.cos(b) * 0.011, 0, Math.sin(b) * 0.011);
        double[] rgb = Rgb.mix(dark, light, rnd(0, 1));
        double[] soft = Vec.unit(Vec.of(rnd(-0.5, 0.5), 0.6, rnd(-0.5, 0.5)));
        m.tri(Vec.add(root, across, 1), Vec.add(root, across, -1), mid, rgb, 0.6, Mesh.LEAF, soft);
        m.tri(Vec.add(root, across, -1), mid, Vec.add(mid, across, -1), rgb, 0.8, Mesh.LEAF, soft);
        m.tri(mid, Vec.add(mid, across, -1), tip, rgb, 1, Mesh.LEAF, soft);
      }
      return m.done();
    }

    /// A boulder: a sphere pushed in and out by noise, with facets left by frost.
    Mesh rock(int seed) {
      Mesh m = new Mesh();
      int n = 40;
      double[][][] p = new double[n + 1][2 * n + 1][];
      for (int i = 0; i <= n; i++) {
        for (int j = 0; j <= 2 * n; j++) {
          double a = Math.PI * i / n;
          double b = Math.PI * (j % (2 * n)) / n;
          double[] d = Vec.of(Math.sin(a) * Math.cos(b), Math.cos(a), Math.sin(a) * Math.sin(b));
          double r = 0.8 + 0.5 * Noise.fbm(d[0] * 1.1, d[1] * 1.1, d[2] * 1.1, 5, seed);
          r -= 0.25 * Math.max(0, Noise.at(d[0] * 2, d[1] * 2, d[2] * 2, seed + 5));
          p[i][j] = Vec.of(d[0] * r, d[1] * r * 0.62, d[2] * r);
        }
      }
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < 2 * n; j++) {
          double[] rgb = Vec.of(0.15, 0.14, 0.13);
          m.quad(p[i][j], p[i + 1][j], p[i + 1][j + 1], p[i][j + 1], rgb, Mesh.STONE);
        }
      }
      return m.done();
    }

    /// A red timber cabin with white trim, a porch and a chimney; its front faces -z.
    Mesh cabin() {
      Mesh m = new Mesh();
      double[] red = Vec.of(0.36, 0.045, 0.03);
      double[] white = Vec.of(0.72, 0.70, 0.64);
      double[] roof = Vec.of(0.055, 0.05, 0.05);
      double[] stone = Vec.of(0.2, 0.19, 0.18);
      m.box(-4.1, -2, -3.1, 4.1, 0.25, 3.1, stone, Mesh.STONE);
      m.box(-4, 0.25, -3, 4, 3.1, 3, red, Mesh.PLANK);
      for (int s = -1; s <= 1; s += 2) {
        m.tri(
            Vec.of(4 * s, 3.1, -3), Vec.of(4 * s, 3.1, 3), Vec.of(4 * s, 5.5, 0), red, 1, 2, null);
        double[] eave = Vec.of(-4.6, 2.72, 3.5 * s);
        double[] eave2 = Vec.of(4.6, 2.72, 3.5 * s);
        m.quad(eave, eave2, Vec.of(4.6, 5.6, 0), Vec.of(-4.6, 5.6, 0), roof, Mesh.SHINGLE);
        m.quad(
            eave,
            eave2,
            Vec.of(4.6, 2.52, 3.5 * s),
            Vec.of(-4.6, 2.52, 3.5 * s),
            white,
            Mesh.PLAIN);
        for (int e = -1; e <= 1; e += 2) {
          double x = 4.62 * e;
          m.quad(
              Vec.of(x, 2.72, 3.5 * s),
              Vec.of(x, 5.6, 0),
              Vec.of(x, 5.36, 0),
              Vec.of(x, 2.48, 3.5 * s),
              white,
              Mesh.PLAIN);
          m.box(4 * e - 0.12, 0.25, 3 * s - 0.12, 4 * e + 0.12, 3.1, 3 * s + 0.12, white, 0);
        }
      }
      openings(m, white);
      m.box(1.6, 4, 0.4, 2.5, 6.6, 1.3, Vec.of(0.3, 0.16, 0.12), Mesh.STONE);
      m.box(-3.2, -1.2, -5.2, 3.0, 0.12, -3.1, Vec.of(0.3, 0.24, 0.17), Mesh.PLANK);
      return m.done();
    }

    private void openings(Mesh m, double[] white) {
      for (double x : new double[] {-2.6, 2.4}) {
        window(m, x, -3, false);
      }
      window(m, -0.9, -4, true);
      window(m, 1.1, -4, true);
      m.box(-0.6, 0.25, -3.1, 0.5, 2.35, -3.0, white, Mesh.PLAIN);
      m.box(-0.48, 0.3, -3.14, 0.38, 2.22, -3.08, Vec.of(0.05, 0.09, 0.1), Mesh.PLANK);
    }

    private void window(Mesh m, double u, double face, boolean gable) {
      double[] white = Vec.of(0.72, 0.70, 0.64);
      double[] pane = Vec.of(0.9, 0.55, 0.2);
      double[][] parts = {{0.62, 0.95, 0.06, 0}, {0.48, 0.8, 0.1, 1}};
      for (double[] p : parts) {
        double y0 = 1.75 - p[1] * 0.75;
        double y1 = 1.75 + p[1] * 0.75;
        double[] rgb = p[3] > 0 ? pane : white;
        if (gable) {
          m.box(face - p[2], y0, u - p[0], face, y1, u + p[0], rgb, Mesh.PLAIN);
        } else {
          m.box(u - p[0], y0, face - p[2], u + p[0], y1, face, rgb, Mesh.PLAIN);
        }
      }
      if (gable) {
        m.box(face - 0.13, 1.0, u - 0.05, face, 2.5, u + 0.05, white, 0);
        m.box(face - 0.13, 1.7, u - 0.5, face, 1.8, u + 0.5, white, 0);
      } else {
        m.box(u - 0.05, 1.0, face - 0.13, u + 0.05, 2.5, face, white, 0);
        m.box(u - 0.5, 1.7, face - 0.13, u + 0.5, 1.8, face, white, 0);
      }
    }

    /// A landing stage on posts, running along local -z.
    Mesh jetty(double length) {
      Mesh m = new Mesh();
      for (double z = 0; z < length; z += 0.3) {
        double g = rnd(0.7, 1.1);
        double[] wood = Vec.of(0.26 * g, 0.21 * g, 0.155 * g);
        m.box(-0.9 - rnd(0, 0.06), 0.5, -z - 0.27, 0.9 + rnd(0, 0.06), 0.57, -z, wood, Mesh.PLANK);
      }
      for (double z = 0.5; z < length; z += 2.6) {
        for (int s = -1; s <= 1; s += 2) {
          double[] post = Vec.of(0.12, 0.095, 0.07);
          m.box(s * 0.85 - 0.09, -2, -z - 0.09, s * 0.85 + 0.09, 0.95, -z + 0.09, post, Mesh.PLANK);
        }
      }
      m.box(-0.8, 0.36, -length, -0.65, 0.5, 0, Vec.of(0.12, 0.1, 0.08), 0);
      m.box(0.65, 0.36, -length, 0.8, 0.5, 0, Vec.of(0.12, 0.1, 0.08), 0);
      return m.done();
    }

    /// Half-breadth, gunwale height and keel height of the boat at `t` from stern to bow.
    private static double[] section(double t) {
      double beam = 0.86 * Math.pow(Math.sin(Math.PI * (0.2 + 0.8 * t)), 0.75);
      double sheer = 0.5 + 0.34 * Math.pow(t, 3) + 0.1 * Math.pow(1 - t, 2);
      double keel = -0.2 + 0.5 * Math.pow(t, 7) + 0.1 * Math.pow(1 - t, 3);
      return new double[] {Math.max(beam, 0.004), sheer, keel};
    }

    private static double[] hull(double t, double girth, double inset) {
      double[] s = section(t);
      double a = girth * Math.PI / 2;
      double half = Math.max(0.003, s[0] - inset);
      double x = half * Math.pow(Math.abs(Math.sin(a)), 0.6) * Math.signum(girth);
      double y = s[2] + inset + (s[1] - s[2] - inset) * (1 - Math.pow(Math.cos(a), 0.9));
      return Vec.of(x, y, 4.6 * (t - 0.5));
    }

    /// A clinker rowing boat: painted outside, bare wood inside, oars shipped.
    Mesh boat() {
      Mesh m = new Mesh();
      int along = 48;
      int around = 20;
      double[] white = Vec.of(0.70, 0.68, 0.62);
      double[] blue = Vec.of(0.03, 0.13, 0.24);
      double[] wood = Vec.of(0.30, 0.155, 0.06);
      for (int i = 0; i < along; i++) {
        double t0 = (double) i / along;
        double t1 = (i + 1.0) / along;
        for (int j = -around; j < around; j++) {
          double g0 = (double) j / around;
          double g1 = (j + 1.0) / around;
          int strake = Math.abs(2 * j + 1) / 5;
          double[] paint = strake >= 7 ? blue : Rgb.scale(white, strake % 2 == 0 ? 1 : 0.86);
          double out = strake % 2 == 0 ? 0 : 0.012;
          m.quad(
              hull(t0, g0, out), hull(t1, g0, out), hull(t1, g1, out), hull(t0, g1, out), paint, 0);
          double[] plank = Rgb.scale(wood, strake % 2 == 0 ? 0.8 : 1.0);
          m.quad(
              hull(t0, g0, 0.05),
              hull(t1, g0, 0.05),
              hull(t1, g1, 0.05),
              hull(t0, g1, 0.05),
              plank,
              0);
        }
        gunwale(m, t0, t1, wood);
      }
      for (int j = -around; j < around; j++) {
        double[] low = hull(0, (double) j / around, 0);
        m.tri(hull(0, (j + 1.0) / around, 0), low, Vec.of(0, 0.5, -2.3), white, 1, 0, null);
      }
      fittings(m);
      return m.done();
    }

    private static void gunwale(Mesh m, double t0, double t1, double[] wood) {
      for (int s = -1; s <= 1; s += 2) {
        double[] a = hull(t0, s, -0.03);
        double[] b = hull(t1, s, -0.03);
        double[] c = hull(t1, s, 0.07);
        double[] d = hull(t0, s, 0.07);
        for (double[] q : new double[][] {a, b, c, d}) {
          q[1] += 0.03;
        }
        m.quad(a, b, c, d, wood, 0);
        double[] lower = Vec.add(a, Vec.of(0, 1, 0), -0.08);
        m.quad(a, b, Vec.add(b, Vec.of(0, 1, 0), -0.08), lower, wood, 0);
      }
    }

    private static void fittings(Mesh m) {
      for (double z : new double[] {-1.45, -0.25, 0.95}) {
        double w = section(z / 4.6 + 0.5)[0] * 0.80;
        m.box(-w, 0.24, z - 0.16, w, 0.29, z + 0.16, Vec.of(0.34, 0.2, 0.09), Mesh.PLANK);
      }
      for (int s = -1; s <= 1; s += 2) {
        double[] grip = Vec.of(0.30 * s, 0.50, -1.5);
        double[] blade = Vec.of(0.20 * s, 0.56, 1.0);
        m.limb(grip, blade, 0.03, 0.025, Vec.of(0.45, 0.3, 0.14));
        m.limb(blade, Vec.of(0.18 * s, 0.60, 1.5), 0.075, 0.07, Vec.of(0.45, 0.3, 0.14));
      }
    }
  }

  /// The ground as heights on two grids: coarse eroded mountains far off, fine shores nearby.
  static final class Ground {
    private static final int N = 1024;
    private static final double FAR_CELL = 11.5;
    private static final double NEAR_CELL = 0.8;
    private final float[] farGrid = new float[N * N];
    private final float[] nearGrid = new float[N * N];
    private double top;

    Ground() {
      eachRow(
          N,
          j -> {
            for (int i = 0; i < N; i++) {
              farGrid[j * N + i] = (float) mountains((i - N / 2) * FAR_CELL, j * FAR_CELL);
            }
          });
      erode(170_000);
      float[] peaks = farGrid.clone();
      eachRow(
          N,
          j -> {
            for (int i = 0; i < N; i++) {
              double x = (i - N / 2) * NEAR_CELL;
              double z = j * NEAR_CELL;
              nearGrid[j * N + i] = (float) (shore(x, z) + sample(peaks, FAR_CELL, x, z));
              x = (i - N / 2) * FAR_CELL;
              z = j * FAR_CELL;
              farGrid[j * N + i] += (float) shore(x, z);
            }
          });
      for (float h : farGrid) {
        top = Math.max(top, h);
      }
    }

    /// Ranges rising behind the lake, parted by a valley so that the eye has somewhere to go.
    private static double mountains(double x, double z) {
      double rise = Noise.step(450, 3100, z + 0.25 * Math.abs(x));
      double valley = 1 - 0.85 * Math.exp(-Math.pow((x - 0.13 * z) / (220 + 0.13 * z), 2));
      double wx = x + 420 * Noise.fbm(x / 1500, z / 1500, 3, 91);
      double wz = z + 420 * Noise.fbm(x / 1500, z / 1500, 3, 92);
      double crest = Noise.ridged(wx / 2300 + 0.35, wz / 2300 + 0.2, 9, 322);
      double main = 940 * Math.exp(-Math.pow((x + 420) / 620, 2) - Math.pow((z - 3500) / 800, 2));
      main += 620 * Math.exp(-Math.pow((x + 1650) / 600, 2) - Math.pow((z - 3900) / 800, 2));
      main += 480 * Math.exp(-Math.pow((x - 1750) / 800, 2) - Math.pow((z - 3700) / 900, 2));
      double hills = 70 * Noise.step(380, 1100, z) * (0.9 + Noise.fbm(x / 330, z / 330, 5, 44));
      double spurs = 130 * (Noise.ridged(wx / 560, wz / 560, 6, 47) - 0.4);
      double range = 480 * crest + spurs * (0.3 + crest) + main * (0.18 + 0.86 * crest);
      return rise * valley * range + hills * valley;
    }

    /// The lake basin: how far a point is inland decides how high the bank is there.
    private static double shore(double x, double z) {
      double far = z - 400 - 40 * Noise.fbm(x / 120, 3.3, 3, 7);
      double left = -48 - 0.30 * z - x;
      double right = x - 64 - 0.34 * z;
      double cape = 46 - Math.hypot((x - 51) * 0.95, (z - 104) * 1.25);
      double spit = 26 - Math.hypot(x + 104, (z - 165) * 1.9);
      double inland = Math.max(Math.max(Math.max(far, left), Math.max(right, cape)), spit);
      inland += 9 * Noise.fbm(x / 22, z / 22, 5, 8);
      double bank = inland > 0 ? 0.22 * Math.pow(inland, 0.72) + 0.02 * inland : inland * 0.12;
      double rough = 0.9 * Noise.fbm(x / 9, z / 9, 5, 9) * Noise.step(-2, 14, inland);
      return Math.max(-5, Math.min(bank, 26) + rough);
    }

    private double carry;

    /// Rain: drops run downhill, cutting where they speed up and dropping silt where they slow.
    private void erode(int drops) {
      Random random = new Random(5);
      for (int d = 0; d < drops; d++) {
        double px = 2 + random.nextDouble() * (N - 5);
        double py = 2 + random.nextDouble() * (N - 5);
        double vx = 0;
        double vy = 0;
        double speed = 1;
        carry = 0;
        double water = 1;
        for (int life = 0; life < 48; life++, water *= 0.97) {
          int i = (int) px;
          int j = (int) py;
          double u = px - i;
          double v = py - j;
          int k = j * N + i;
          double gx =
              Noise.mix(farGrid[k + 1] - farGrid[k], farGrid[k + N + 1] - farGrid[k + N], v);
          double gy =
              Noise.mix(farGrid[k + N] - farGrid[k], farGrid[k + N + 1] - farGrid[k + 1], u);
          vx = 0.25 * vx - 0.75 * gx;
          vy = 0.25 * vy - 0.75 * gy;
          double len = Math.hypot(vx, vy);
          if (len < 1e-6) {
            break;
          }
          final double before = sampleCell(farGrid, px, py);
          vx /= len;
          vy /= len;
          px += vx;
          py += vy;
          if (px < 2 || py < 2 || px > N - 3 || py > N - 3) {
            break;
          }
          double fall = before - sampleCell(farGrid, px, py);
          settle(k, u, v, fall, Math.max(fall, 0.4) * speed * water * 0.9);
          speed = Math.min(3, Math.sqrt(Math.max(0.05, speed * speed + fall * 0.12)));
        }
      }
    }

    private void settle(int k, double u, double v, double fall, double capacity) {
      double change;
      if (fall < 0) {
        change = Math.min(-fall, carry);
      } else if (carry > capacity) {
        change = (carry - capacity) * 0.25;
      } else {
        change = -Math.min((capacity - carry) * 0.22, fall * 0.8);
      }
      carry -= change;
      farGrid[k] += (float) (change * (1 - u) * (1 - v));
      farGrid[k + 1] += (float) (change * u * (1 - v));
      farGrid[k + N] += (float) (change * (1 - u) * v);
      farGrid[k + N + 1] += (float) (change * u * v);
    }

    private static double sampleCell(float[] grid, double u, double v) {
      int i = (int) u;
      int j = (int) v;
      if (u < 0 || v < 0 || i >= N - 1 || j >= N - 1) {
        return 0;
      }
      int k = j * N + i;
      double a = grid[k] + (grid[k + 1] - grid[k]) * (u - i);
      double b = grid[k + N] + (grid[k + N + 1] - grid[k + N]) * (u - i);
      return a + (b - a) * (v - j);
    }

    private static double sample(float[] grid, double cell, double x, double z) {
      return sampleCell(grid, x / cell + N / 2, z / cell);
    }

    double height(double x, double z) {
      boolean near = Math.abs(x) < NEAR_CELL * (N / 2 - 2) && z < NEAR_CELL * (N - 2);
      return near ? sample(nearGrid, NEAR_CELL, x, z) : sample(farGrid, FAR_CELL, x, z);
    }

    /// Distance along the ray to the ground, or infinity; steps grow with clearance and distance.
    double march(Ray r, double from, double limit, double care) {
      double t = from;
      double last = from;
      while (t < limit) {
        double y = r.oy + r.dy * t;
        if (y > top && r.dy >= 0 || r.oz + r.dz * t < 0 && r.dz <= 0) {
          return Double.POSITIVE_INFINITY;
        }
        double gap = y - height(r.ox + r.dx * t, r.oz + r.dz * t);
        if (gap < 0) {
          return refine(r, last, t);
        }
        last = t;
        t += Math.max(gap * care, 0.05 + 0.0012 * t);
      }
      return Double.POSITIVE_INFINITY;
    }

    private double refine(Ray r, double above, double below) {
      double lo = above;
      double hi = below;
      for (int i = 0; i < 8; i++) {
        double mid = (lo + hi) / 2;
        double gap = r.oy + r.dy * mid - height(r.ox + r.dx * mid, r.oz + r.dz * mid);
        if (gap < 0) {
          hi = mid;
        } else {
          lo = mid;
        }
      }
      return hi;
    }

    double[] normal(double x, double z, double e) {
      double gx = height(x + e, z) - height(x - e, z);
      double gz = height(x, z + e) - height(x, z - e);
      return Vec.unit(Vec.of(-gx, 2 * e, -gz));
    }
  }

  /// The sky over the lake, ray-marched once into a panorama so that reflections are cheap.
  static final class Sky {
    private static final int W = 1100;
    private static final int H = 460;
    private static final double HALF_WIDTH = 0.66;
    private static final double TALL = 0.56;
    private final float[] pixels = new float[W * H * 3];
    private final double[] sun;

    Sky(double[] sun) {
      this.sun = sun;
      eachRow(
          H,
          j -> {
            for (int i = 0; i < W; i++) {
              double azimuth = ((i + 0.5) / W * 2 - 1) * HALF_WIDTH;
              double lift = (j + 0.5) / H * TALL;
              double c = Math.cos(lift);
              double[] d = Vec.of(Math.sin(azimuth) * c, Math.sin(lift), Math.cos(azimuth) * c);
              double[] rgb = clouds(d, air(d), Noise.hash(i, j, 3));
              for (int k = 0; k < 3; k++) {
                pixels[(j * W + i) * 3 + k] = (float) rgb[k];
              }
            }
          });
    }

    /// Clear air: deep blue overhead, pale and warm low down and towards the sun.
    double[] air(double[] d) {
      double low = Math.exp(-Math.max(0, d[1]) * 5.2);
      double[] rgb = Rgb.mix(Vec.of(0.10, 0.235, 0.54), Vec.of(0.60, 0.66, 0.72), low);
      double glow = Math.pow(Noise.clamp(0.5 + 0.5 * (d[0] * sun[0] + d[2] * sun[2])), 2.2);
      return Vec.add(rgb, Vec.of(0.42, 0.24, 0.08), glow * low * 0.85);
    }

    private static double density(double x, double y, double z, int octaves) {
      double h = (y - 1700) / 1500;
      if (h < 0 || h > 1) {
        return 0;
      }
      double cover = Noise.fbm(x / 5200, z / 5200, 3, 307);
      double shape = Noise.fbm(x / 1350, y / 900, z / 1350, octaves, 302);
      double profile = Math.min(1, h * 9) * (1 - 0.75 * h);
      return Noise.clamp((shape * 1.25 + cover * 1.5 - 0.34 - 0.5 * (1 - profile)) * 4.0);
    }

    private double[] clouds(double[] d, double[] behind, double jitter) {
      if (d[1] < 0.03) {
        return behind;
      }
      double in = 1700 / d[1];
      double out = Math.min(3200 / d[1], in + 9000);
      double step = (out - in) / 56;
      double clear = 1;
      double[] sum = new double[3];
      for (int i = 0; i < 56 && clear > 0.02; i++) {
        double t = in + (i + jitter) * step;
        double x = d[0] * t;
        double y = d[1] * t;
        double z = d[2] * t;
        double density = density(x, y, z, 6);
        if (density > 0.01) {
          double depth = 0;
          for (int s = 1; s <= 4; s++) {
            double k = s * s * 34.0;
            depth += density(x + sun[0] * k, y + sun[1] * k, z + sun[2] * k, 4) * (2 * s - 1) * 34;
          }
          double light = 0.75 * Math.exp(-depth * 0.012) + 0.25 * Math.exp(-depth * 0.002);
          light *= 1 - 0.6 * Math.exp(-density * 6);
          double tall = Noise.clamp((y - 1700) / 1300);
          double[] rgb = Rgb.scale(Vec.of(1.42, 1.13, 0.84), light * 1.25);
          rgb = Vec.add(rgb, Vec.of(0.27, 0.33, 0.45), 0.55 + 0.6 * tall);
          rgb = Rgb.mix(air(d), rgb, Math.exp(-t / 17000));
          double keep = Math.exp(-density * step * 0.011);
          sum = Vec.add(sum, rgb, clear * (1 - keep));
          clear *= keep;
        }
      }
      return Vec.add(sum, behind, clear);
    }

    double[] look(double[] d) {
      double azimuth = Math.atan2(d[0], d[2]);
      double u = (azimuth / HALF_WIDTH + 1) / 2 * W - 0.5;
      double v = Math.asin(Math.max(0, Math.min(1, d[1]))) / TALL * H - 0.5;
      u = Math.max(0, Math.min(W - 1.001, u));
      v = Math.max(0, Math.min(H - 1.001, v));
      int k = ((int) v * W + (int) u) * 3;
      double[] rgb = new double[3];
      for (int c = 0; c < 3; c++) {
        double a = Noise.mix(pixels[k + c], pixels[k + c + 3], u - (int) u);
        double b = Noise.mix(pixels[k + c + W * 3], pixels[k + c + W * 3 + 3], u - (int) u);
        rgb[c] = Noise.mix(a, b, v - (int) v);
      }
      return rgb;
    }
  }

  /// The photo-like sample: an autumn evening on a mountain lake, ray-traced with real shadows,
  /// haze and reflections, then exposed, graded and grained like a camera picture.
  static final class LakePhoto {
    private static final int SAMPLES = Integer.getInteger("samples", 5);
    private static final double[] SUN = Vec.unit(Vec.of(-0.80, 0.42, -0.30));
    private static final double[] SUNLIGHT = Vec.of(3.5, 2.45, 1.5);
    private static final double[] EYE = Vec.of(0, 4.2, 0);
    private final Ground ground = new Ground();
    private final Sky sky = new Sky(SUN);
    private final Crowd crowd = new Crowd();

    LakePhoto() {
      Models models = new Models(11);
      plantWoods(models);
      furnish(models);
      crowd.done();
    }

    private void plantWoods(Models models) {
      Mesh[] fine = {models.spruce(34, 11, 7), models.spruce(30, 12, 7), models.spruce(38, 10, 7)};
      Mesh[] rough = {models.spruce(15, 8, 4), models.spruce(17, 8, 4), models.spruce(13, 9, 4)};
      double[][] gold = {{0.46, 0.25, 0.02}, {0.60, 0.40, 0.05}};
      double[][] rust = {{0.42, 0.12, 0.02}, {0.50, 0.24, 0.03}};
      double[][] olive = {{0.16, 0.17, 0.03}, {0.34, 0.28, 0.04}};
      Mesh[] birch = {models.birch(60, 90, 0.012, gold), models.birch(50, 90, 0.012, rust)};
      Mesh[] farBirch = {
        models.birch(26, 24, 0.027, gold),
        models.birch(22, 24, 0.027, rust),
        models.birch(24, 24, 0.027, olive)
      };
      Random random = new Random(21);
      for (int i = 0; i < 110_000; i++) {
        double reach = 60 + 2900 * Math.pow(random.nextDouble(), 0.62);
        double a = (random.nextDouble() - 0.5) * 1.25;
        double x = Math.sin(a) * reach;
        double z = Math.cos(a) * reach;
        double h = ground.height(x, z);
        double slope = ground.normal(x, z, reach > 700 ? 12 : 2)[1];
        double grove = Noise.fbm(x / 90, z / 90, 3, 61) + (reach > 420 ? 0.34 : 0.16);
        double limit = 235 + 170 * Noise.fbm(x / 300, z / 300, 3, 62);
        boolean yard = Math.hypot(x - 31, z - 92) < 15 || x > 8 && x < 50 && z < 94 && z > 60;
        if (h < 0.9 || h > limit || slope < 0.72 || grove < 0 || yard) {
          continue;
        }
        if (reach < 420 && random.nextDouble() < 0.25) {
          continue;
        }
        boolean leafy = Noise.fbm(x / 60 + 9, z / 60, 3, 63) + random.nextGaussian() * 0.12 > 0.24;
        Mesh[] kinds = leafy ? reach < 260 ? birch : farBirch : reach < 260 ? fine : rough;
        double size = (leafy ? 9 : 13) * (0.6 + 0.7 * random.nextDouble());
        double turn = random.nextDouble() * 6.28;
        double tint = 0.75 + 0.5 * random.nextDouble();
        crowd.add(kinds[random.nextInt(kinds.length)], x, h - 0.1, z, size, turn, tint);
      }
      plantYard(fine, birch);
    }

    private void plantYard(Mesh[] fine, Mesh[] birch) {
      crowd.add(birch[0], 22, ground.height(22, 98), 98, 11.5, 1, 1.12);
      crowd.add(birch[1], 40.5, ground.height(40.5, 90), 90, 10, 2, 1.05);
      for (double[] p :
          new double[][] {{26, 105, 17}, {32, 107, 21}, {38, 104, 16}, {45, 100, 19}}) {
        crowd.add(fine[(int) p[2] % 3], p[0], ground.height(p[0], p[1]), p[1], p[2], p[0], 1);
      }
    }

    private void furnish(Models models) {
      double home = ground.height(31, 92);
      crowd.add(models.cabin(), 31, Math.max(1.3, home), 92, 1.1, -0.12, 1);
      crowd.add(models.jetty(17), 22, 0.2, 80, 1, 0.75, 1);
      crowd.add(models.boat(), -2.6, 0.06, 19.5, 1, 1.05, 1);
      Random random = new Random(31);
      Mesh[] rocks = {models.rock(1), models.rock(2), models.rock(3)};
      double[][] near = {
        {6.6, 17.5, 0.95},
        {8.2, 18.6, 1.5},
        {7.1, 20.4, 0.6},
        {9.9, 22.5, 1.2},
        {4.9, 18.4, 0.42},
        {5.6, 16.4, 0.5},
        {11.5, 27, 0.8},
        {7.9, 16.1, 0.8}
      };
      for (double[] p : near) {
        crowd.add(rocks[random.nextInt(3)], p[0], -0.12 * p[2], p[1], p[2], p[0] * 9, 1);
      }
      Mesh reeds = models.tuft(46, 0.5, Vec.of(0.10, 0.12, 0.03), Vec.of(0.40, 0.30, 0.09));
      for (int i = 0; i < 46; i++) {
        double a = random.nextDouble();
        double x = -9.6 + 3.4 * a + random.nextGaussian() * 0.55;
        double z = 19.5 + 2.5 * (1 - a) + random.nextGaussian() * 0.9;
        crowd.add(reeds, x, -0.1, z, 0.7 + 0.75 * random.nextDouble(), i, 1);
      }
      strew(models, random, rocks, reeds);
    }

    /// Grass on the banks, stones at the waterline and reeds just off it.
    private void strew(Models models, Random random, Mesh[] rocks, Mesh reeds) {
      Mesh grass = models.tuft(30, 0.5, Vec.of(0.09, 0.12, 0.03), Vec.of(0.34, 0.27, 0.08));
      for (int i = 0; i < 24_000; i++) {
        double x = -130 + 250 * random.nextDouble();
        double z = 55 + 150 * random.nextDouble();
        double h = ground.height(x, z);
        if (h > 0.35 && h < 6) {
          crowd.add(
              grass, x, h, z, 0.45 + 0.6 * random.nextDouble(), i, 0.7 + 0.6 * random.nextDouble());
        } else if (h > -0.1 && h < 0.3 && i % 3 == 0) {
          crowd.add(rocks[i % 3], x, h, z, 0.25 + 0.6 * random.nextDouble(), i, 1);
        } else if (h > -0.5 && h < 0 && Noise.at(x / 12, z / 12, 71) > 0.1) {
          crowd.add(reeds, x, -0.1, z, 0.8 + 0.7 * random.nextDouble(), i, 1);
        }
      }
    }

    BufferedImage render(int w, int h) {
      float[] film = new float[w * h * 3];
      eachRow(
          h,
          y -> {
            for (int x = 0; x < w; x++) {
              double[] sum = new double[3];
              for (int s = 0; s < SAMPLES; s++) {
                double u = x + (s + Noise.hash(x, y, s * 2)) / SAMPLES;
                double v = y + (s * 2 % SAMPLES + Noise.hash(x, y, s * 2 + 1)) / SAMPLES;
                double[] d = Vec.unit(Vec.of((u / w - 0.5) * 0.94, (0.565 * h - v) / w * 0.94, 1));
                double[] c = radiance(EYE, d, true);
                for (int k = 0; k < 3; k++) {
                  sum[k] += Math.min(c[k], 4);
                }
              }
              for (int k = 0; k < 3; k++) {
                film[(y * w + x) * 3 + k] = (float) (sum[k] / SAMPLES);
              }
            }
          });
      return develop(film, w, h);
    }

    /// Light arriving along a ray: the nearest of ground, things and water, seen through haze.
    private double[] radiance(double[] o, double[] d, boolean mirror) {
      Ray r = new Ray(o[0], o[1], o[2], d[0], d[1], d[2]);
      double water = d[1] < 0 ? -o[1] / d[1] : Double.POSITIVE_INFINITY;
      r.far = Math.min(water, 11_000);
      double land = ground.march(r, 0.5, r.far, 0.42);
      r.far = Math.min(r.far, land);
      boolean thing = crowd.trace(r, false);
      if (!thing && land == Double.POSITIVE_INFINITY) {
        if (water == Double.POSITIVE_INFINITY || !mirror) {
          return sky.look(d);
        }
        double[] at = Vec.add(o, d, water);
        return haze(water(at, d, water), d, water, 0);
      }
      double[] at = Vec.add(o, d, r.far);
      double[] rgb = thing ? shadeThing(r, at) : shadeGround(at, r.far);
      return haze(rgb, d, r.far, at[1]);
    }

    private double[] haze(double[] rgb, double[] d, double distance, double height) {
      double thin = Math.exp(-Math.max(0, height) / 1500);
      double[] air = sky.air(Vec.unit(Vec.of(d[0], Math.max(0.06, d[1] * 0.6), d[2])));
      double[] out = new double[3];
      double[] reach = {10500, 7400, 5200};
      for (int k = 0; k < 3; k++) {
        double keep = Math.exp(-distance * thin / reach[k]);
        out[k] = rgb[k] * keep + air[k] * 0.86 * (1 - keep);
      }
      return out;
    }

    private boolean lit(double[] at, double[] n) {
      double[] p = Vec.add(at, n, 0.04);
      Ray r = new Ray(p[0], p[1], p[2], SUN[0], SUN[1], SUN[2]);
      r.far = 5000;
      if (crowd.trace(r, true)) {
        return false;
      }
      return ground.march(r, Math.max(0.6, at[2] * 0.006), 4200, 0.8) == Double.POSITIVE_INFINITY;
    }

    private double[] light(double[] rgb, double[] n, double open, double sunward) {
      double up = 0.5 + 0.5 * n[1];
      double[] out = new double[3];
      double[] skylight = {0.27, 0.38, 0.60};
      double[] bounce = {0.16, 0.13, 0.09};
      for (int k = 0; k < 3; k++) {
        double ambient = (skylight[k] * up + bounce[k] * (1 - up)) * open * 1.25;
        out[k] = rgb[k] * (SUNLIGHT[k] * sunward + ambient);
      }
      return out;
    }

    private double[] shadeThing(Ray r, double[] at) {
      Placed p = r.placed;
      double nx = r.mesh.look(r.tri, 3);
      double nz = r.mesh.look(r.tri, 5);
      double[] n =
          Vec.of(nx * p.cos() + nz * p.sin(), r.mesh.look(r.tri, 4), nz * p.cos() - nx * p.sin());
      int kind = (int) r.mesh.look(r.tri, 7);
      double[] d = {r.dx, r.dy, r.dz};
      if (kind != Mesh.LEAF && Vec.dot(n, d) > 0) {
        n = Vec.mul(n, -1);
      }
      double[] rgb = new double[3];
      for (int k = 0; k < 3; k++) {
        rgb[k] = r.mesh.look(r.tri, k) * p.tint();
      }
      double open = r.mesh.look(r.tri, 6);
      double face = Vec.dot(n, SUN);
      if (kind == Mesh.LEAF) {
        face = Math.max(0.75 * face, 0) + 0.2;
        face *= 0.35 + 0.65 * open;
      } else {
        rgb =
            weather(
                rgb,
                kind,
                Vec.of(
                    (at[0] - p.x()) * p.cos() - (at[2] - p.z()) * p.sin(),
                    at[1] - p.y(),
                    (at[0] - p.x()) * p.sin() + (at[2] - p.z()) * p.cos()));
        if (kind == Mesh.STONE) {
          n = roughen(n, at, 6, 0.55);
          face = Vec.dot(n, SUN);
          rgb = Rgb.scale(rgb, 0.35 + 0.65 * Noise.step(0.0, 0.16, at[1]));
        }
      }
      double sunward = face > 0 && lit(at, kind == Mesh.LEAF ? SUN : n) ? face : 0;
      return light(rgb, n, open, sunward);
    }

    /// Grain and stain for built things, in the object's own space.
    private static double[] weather(double[] rgb, int kind, double[] p) {
      double k = 0.86 + 0.4 * Noise.fbm(p[0] * 2, p[1] * 2, p[2] * 2, 4, 81);
      if (kind == Mesh.PLANK) {
        double across = (p[0] + p[2]) / 0.19;
        double seam = Math.abs(across - Math.rint(across));
        k *= 0.85 + 0.3 * Noise.hash((int) Math.rint(across), 0, 5);
        k *= seam > 0.44 ? 0.45 : 1;
      } else if (kind == Mesh.SHINGLE) {
        double row = Math.floor(p[1] / 0.17);
        double slot = Math.floor(p[0] / 0.3 + (row % 2) * 0.5);
        k *= 0.6 + 0.8 * Noise.hash((int) row, (int) slot, 7);
        double moss = Noise.step(0.1, 0.4, Noise.fbm(p[0], p[2], 4, 83));
        return Rgb.scale(Rgb.mix(rgb, Vec.of(0.09, 0.11, 0.03), moss * 0.7), k);
      }
      return Rgb.scale(rgb, k);
    }

    private static double[] roughen(double[] n, double[] at, double freq, double amount) {
      double[] out = new double[3];
      for (int k = 0; k < 3; k++) {
        out[k] =
            n[k] + amount * Noise.fbm(at[0] * freq, at[1] * freq, at[2] * freq, 4, 85 + k * 40);
      }
      return Vec.unit(out);
    }

    private double[] shadeGround(double[] at, double distance) {
      boolean far = distance > 700;
      double[] smooth = ground.normal(at[0], at[2], far ? 9 : 0.8);
      double grain = far ? 1 / 22.0 : 1.1;
      double[] n = roughen(smooth, at, grain, far ? 0.62 : 0.35);
      double wear = Noise.fbm(at[0] / 60, at[1] / 26, at[2] / 60, 5, 87);
      double strata = Noise.fbm(at[0] / 400, at[1] / 15, at[2] / 400, 4, 88);
      double[] rock =
          Rgb.mix(Vec.of(0.20, 0.175, 0.155), Vec.of(0.10, 0.095, 0.095), 0.5 + wear + strata);
      double[] turf =
          Rgb.mix(Vec.of(0.15, 0.12, 0.045), Vec.of(0.055, 0.075, 0.025), 0.5 + wear * 1.4);
      double high = at[1] + 160 * wear;
      double green = Noise.step(0.62, 0.8, n[1]) * (1 - Noise.step(420, 780, high));
      double[] rgb = Rgb.mix(rock, turf, green);
      if (far) {
        rgb =
            Rgb.mix(
                rgb, Vec.of(0.022, 0.036, 0.020), 0.85 * green * (1 - Noise.step(300, 560, high)));
      }
      rgb = Rgb.mix(rgb, Vec.of(0.13, 0.115, 0.095), 1 - Noise.step(0.15, 0.7, at[1] + wear));
      double snow = Noise.step(430, 760, high + 90 * strata) * Noise.step(0.42, 0.66, n[1]);
      rgb = Rgb.mix(rgb, Vec.of(0.80, 0.82, 0.86), snow);
      rgb = Rgb.scale(rgb, at[1] < 0.25 ? 0.55 : 1);
      double face = Vec.dot(n, SUN);
      double sunward = face > 0 && lit(at, smooth) ? face : 0;
      return light(rgb, n, far ? 0.9 : 0.7, sunward);
    }

    /// Water: ripples tilt the mirror; looking down one sees into it instead.
    private double[] water(double[] at, double[] d, double distance) {
      double gust = Noise.step(-0.12, 0.32, Noise.fbm(at[0] / 60, at[2] / 22, 4, 95));
      double amp = (0.012 + 0.030 * gust) * Math.min(1, 60 / distance + 0.25);
      double nx =
          Noise.fbm(at[0] * 0.8, at[2] * 1.5, 4, 96)
              + 0.5 * Noise.fbm(at[0] * 0.2, at[2] * 0.4, 2, 98);
      double nz =
          Noise.fbm(at[0] * 0.8 + 40, at[2] * 1.5, 4, 97)
              + 0.5 * Noise.fbm(at[0] * 0.2, at[2] * 0.4, 2, 99);
      double[] n = Vec.unit(Vec.of(nx * amp * 1.6, 1, nz * amp * 3.2));
      double cos = -Vec.dot(d, n);
      double[] bounce = Vec.add(d, n, 2 * cos);
      bounce[1] = Math.max(bounce[1], 0.004);
      double[] mirrored = radiance(Vec.of(at[0], 0.01, at[2]), Vec.unit(bounce), false);
      double fresnel = 0.03 + 0.97 * Math.pow(1 - Noise.clamp(cos), 4.2);
      double bed = Noise.step(-2.2, -0.1, ground.height(at[0], at[2]));
      double[] body = Rgb.mix(Vec.of(0.012, 0.045, 0.052), Vec.of(0.10, 0.095, 0.05), bed * 0.8);
      return Rgb.mix(body, mirrored, fresnel);
    }

    /// From light to picture: a little bloom, film response, vignette and grain.
    private static BufferedImage develop(float[] film, int w, int h) {
      BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
      Random random = new Random(77);
      for (int y = 0; y < h; y++) {
        for (int x = 0; x < w; x++) {
          double ex = (x - w / 2.0) / w;
          double ey = (y - h / 2.0) / w;
          double exposure = 1.12 * (1 - 0.75 * (ex * ex + ey * ey));
          double grain = random.nextGaussian() * 0.007;
          double[] c = new double[3];
          for (int k = 0; k < 3; k++) {
            double v = film[(y * w + x) * 3 + k] * exposure;
            v = v * (2.51 * v + 0.03) / (v * (2.43 * v + 0.59) + 0.14);
            c[k] = Math.pow(Noise.clamp(v), 1 / 2.2);
          }
          double grey = 0.3 * c[0] + 0.59 * c[1] + 0.11 * c[2];
          for (int k = 0; k < 3; k++) {
            c[k] = grey + (c[k] - grey) * 1.12 + grain;
          }
          image.setRGB(x, y, Rgb.pack(c[0], c[1], c[2]));
        }
      }
      return image;
    }
  }

  /// Wet oil paint: colour and thickness per point, laid by brushes and lit from the upper left.
  static final class Impasto {
    private final int w;
    private final int h;
    private final float[] paint;
    private final float[] relief;

    /// Starts from a thin wash, so that gaps between strokes glow instead of showing bare canvas.
    Impasto(int w, int h, double weave, BiFunction<Double, Double, double[]> wash) {
      this.w = w;
      this.h = h;
      paint = new float[w * h * 3];
      relief = new float[w * h];
      for (int i = 0; i < w * h; i++) {
        int x = i % w;
        int y = i / w;
        relief[i] = (float) (weave * Math.sin(x * 0.9) * Math.sin(y * 0.9));
        double[] ground = wash.apply((double) x / w, (double) y / w);
        for (int k = 0; k < 3; k++) {
          paint[i * 3 + k] = (float) ground[k];
        }
      }
    }

    /// Drags a loaded brush along the points: each bristle leaves its own streak of colour.
    void stroke(List<double[]> path, double width, double[] load, double[] second, int seed) {
      int n = path.size();
      double half = width / 2;
      double hair = 0.55 * Math.min(1, 22 / width);
      for (int i = 0; i < n; i++) {
        double[] p = path.get(i);
        double[] a = path.get(Math.max(0, i - 2));
        double[] b = path.get(Math.min(n - 1, i + 2));
        double len = Math.max(1e-6, Math.hypot(b[0] - a[0], b[1] - a[1]));
        double nx = -(b[1] - a[1]) / len;
        double ny = (b[0] - a[0]) / len;
        double f = (double) i / n;
        double round = Math.min(1, Math.min(f, (1 - f) * 0.8) * n / half);
        double reach = half * Math.sqrt(1 - Math.pow(1 - round, 2));
        double ridge = f > 0.9 ? 1.35 : 1;
        for (double u = -reach; u <= reach; u += 0.6) {
          double bristle = Noise.at(u * hair, i * 0.018 + seed * 7.1, seed);
          double fine = Noise.at(u * hair * 2.4, i * 0.012, seed + 1);
          double dry = 1.15 - 0.75 * f * f + bristle * 0.9 - Math.pow(Math.abs(u) / half, 6);
          double alpha = Noise.clamp(dry * 2.2);
          double edge = Math.pow(Math.abs(u) / half, 3);
          double high = ridge * (0.55 + 0.32 * bristle + 0.22 * fine + 0.30 * edge);
          double blend = Noise.clamp(0.5 + 0.9 * bristle + 0.35 * fine - 0.25 * f);
          touch(
              p[0] + nx * u,
              p[1] + ny * u,
              Rgb.mix(load, second, blend * 0.6),
              alpha,
              high * Math.min(26, width));
        }
      }
    }

    private void touch(double x, double y, double[] rgb, double alpha, double high) {
      int xi = (int) x;
      int yi = (int) y;
      if (alpha <= 0 || x < 0 || y < 0 || xi >= w || yi >= h) {
        return;
      }
      int k = yi * w + xi;
      double a = alpha * 0.8;
      for (int c = 0; c < 3; c++) {
        paint[k * 3 + c] += (float) ((rgb[c] - paint[k * 3 + c]) * a);
      }
      relief[k] += (float) ((0.26 * high + 0.25 * relief[k] - relief[k]) * a);
    }

    /// Rakes light over the relief and shrinks by two, which also hides the pixel grid.
    BufferedImage varnish() {
      BufferedImage out = new BufferedImage(w / 2, h / 2, BufferedImage.TYPE_INT_RGB);
      eachRow(
          h / 2,
          y -> {
            for (int x = 0; x < w / 2; x++) {
              double[] sum = new double[3];
              for (int s = 0; s < 4; s++) {
                addLit(x * 2 + (s & 1), y * 2 + (s >> 1), sum);
              }
              out.setRGB(x, y, Rgb.pack(sum[0] / 4, sum[1] / 4, sum[2] / 4));
            }
          });
      return out;
    }

    private void addLit(int x, int y, double[] sum) {
      int k = Math.max(1, Math.min(h - 2, y)) * w + Math.max(1, Math.min(w - 2, x));
      double gx = soft(k + 1) - soft(k - 1);
      double gy = soft(k + w) - soft(k - w);
      double[] n = Vec.unit(Vec.of(-gx * 0.23, -gy * 0.23, 1));
      double[] lamp = Vec.unit(Vec.of(-0.55, -0.65, 0.72));
      double diffuse = Vec.dot(n, lamp) / lamp[2];
      double[] half = Vec.unit(Vec.add(lamp, Vec.of(0, 0, 1), 1));
      double gloss = 0.22 * Math.pow(Math.max(0, Vec.dot(n, half)), 42) - 0.02;
      double shade = Math.max(0.42, 0.46 + 0.54 * diffuse);
      for (int c = 0; c < 3; c++) {
        sum[c] += paint[k * 3 + c] * shade + gloss * 0.6;
      }
    }

    private double soft(int k) {
      int a = Math.max(w, k) - w;
      int b = Math.min(w * h - w - 1, k) + w;
      return relief[k] * 0.5 + (relief[a] + relief[b]) * 0.25;
    }
  }

  /// Oil sample: a lighthouse on a headland while wind and starlight coil above a rough sea.
  static final class SwirlPainting {
    private static final int W = 2048;
    private static final int H = 1632;

    /// Eddies of the sky: centre, radius and spin, as fractions of the width.
    private static final double[][] EDDIES = {
      {0.30, 0.235, 0.165, 1.0}, {0.63, 0.135, 0.095, -1.0}, {0.085, 0.10, 0.07, -1.0},
      {0.46, 0.455, 0.075, 1.0}, {0.06, 0.40, 0.07, -1.0}, {0.92, 0.11, 0.06, 1.0}
    };

    private static final double LAMP_X = 0.805;
    private static final double LAMP_Y = 0.335;
    private static final double SEA = 0.565;
    private final double[][] night =
        Rgb.palette(0x120f3a, 0x20246a, 0x25469c, 0x2a7ab2, 0x3fb0b4, 0x97dac6, 0xf4efc8);
    private final double[][] gold = Rgb.palette(0xfff3c0, 0xffd95a, 0xf2a51f, 0xc8641c);
    private final double[][] ocean =
        Rgb.palette(0x07182f, 0x0c2f4f, 0x11556e, 0x2a8f8f, 0x7cc7b0, 0xeef3da);
    private final double[][] earth = Rgb.palette(0x120d1c, 0x2b1a2c, 0x4a2a2e, 0x7a4a2c, 0xb8863a);
    private final Random random = new Random(404);

    BufferedImage paint() {
      Impasto canvas = new Impasto(W, H, 0.1, (x, y) -> Rgb.scale(color(x, y), 0.8));
      layer(canvas, 58, 300, 1.5, 1);
      layer(canvas, 34, 240, 1.5, 1);
      layer(canvas, 20, 190, 1.5, 1);
      layer(canvas, 12, 120, 0.8, 0.75);
      layer(canvas, 8, 80, 0.5, 0.6);
      lighthouse(canvas);
      stars(canvas);
      return canvas.varnish();
    }

    /// Covers the canvas with strokes of one width; smaller brushes only go where detail calls.
    private void layer(Impasto canvas, double width, double length, double cover, double keep) {
      int count = (int) (cover * W * H / (width * length * 0.7));
      for (int i = 0; i < count; i++) {
        double x = (random.nextDouble() * 1.16 - 0.12) * W;
        double y = (random.nextDouble() * 1.12 - 0.06) * H;
        double busy = detail(x / W, y / W);
        if (width < 18 && random.nextDouble() > busy * keep) {
          continue;
        }
        double[] load = jitter(color(x / W, y / W), 0.05);
        double beside = x + random.nextGaussian() * 26;
        boolean same = zone(beside / W, (y + 14) / W) == zone(x / W, y / W);
        double[] second = jitter(same ? color(beside / W, (y + 14) / W) : load, 0.10);
        double run = length * (0.55 + 0.7 * random.nextDouble());
        canvas.stroke(
            follow(x, y, run), width * (0.75 + 0.5 * random.nextDouble()), load, second, i);
      }
    }

    private List<double[]> follow(double x, double y, double run) {
      List<double[]> path = new ArrayList<>();
      double px = x;
      double py = y;
      int zone = zone(x / W, y / W);
      for (int i = 0; i < run; i++) {
        path.add(new double[] {px, py});
        double a = angle(px / W, py / W);
        px += Math.cos(a) * 0.8;
        py += Math.sin(a) * 0.8;
        if (i > 12 && zone(px / W, py / W) != zone) {
          break;
        }
      }
      return path;
    }

    /// What is depicted at a point: 0 sky, 1 sea, 2 headland.
    private static int zone(double x, double y) {
      double brow = 0.475 + 0.10 * Math.pow(Math.max(0, 0.86 - x) / 0.3, 2.2);
      brow += 0.016 * Noise.fbm(x * 14, 1.5, 4, 5) - 0.02 * Noise.step(0.86, 1, x);
      double flank = 0.56 + 0.05 * Noise.fbm(y * 9, 4.5, 4, 6) - 0.10 * (y - 0.6);
      if (x > flank
          && y > brow
          && y < 0.70 + 0.11 * (x - 0.5) + 0.02 * Noise.fbm(x * 10, 2, 4, 7)) {
        return 2;
      }
      return y > SEA + 0.006 * Noise.fbm(x * 12, 0.5, 3, 8) ? 1 : 0;
    }

    private static double angle(double x, double y) {
      int zone = zone(x, y);
      if (zone == 2) {
        return 1.25 + 0.9 * Noise.fbm(x * 5, y * 5, 4, 15) - 1.4 * Noise.step(0.54, 0.46, y);
      }
      if (zone == 1) {
        double[] wave = wave(x, y);
        return Math.atan2(wave[1], wave[0]);
      }
      if (beam(x, y) > 0.28) {
        return Math.atan2(y - LAMP_Y, x - LAMP_X);
      }
      double vx = 0.9;
      double vy = 0.35 * Math.sin(x * 9 + 1.2) + 0.5 * Noise.fbm(x * 4, y * 4, 3, 16);
      for (double[] e : EDDIES) {
        double dx = x - e[0];
        double dy = y - e[1];
        double r = Math.hypot(dx, dy) + 1e-6;
        double pull = 3.2 * Math.exp(-Math.pow(r / e[2], 2) * 0.9);
        vx += pull * (-dy * e[3] - dx * 0.16) / r;
        vy += pull * (dx * e[3] - dy * 0.16) / r;
      }
      return Math.atan2(vy, vx);
    }

    /// Sea direction and crest strength: rolling rows of swell, larger as they near the viewer.
    private static double[] wave(double x, double y) {
      double near = Noise.clamp((y - SEA) / 0.24);
      double phase = 15 * x - 5 * near + 2.5 * Noise.fbm(x * 3, y * 5, 3, 18);
      double lift = 0.028 * near;
      double row = near - lift * 5 * Math.sin(phase) + 0.05 * Noise.fbm(x * 6, y * 8, 3, 17);
      double crest = Math.sin(17 * Math.log(0.16 + Math.max(0, row)));
      double slope = lift * 18 * Math.cos(phase) + 0.25 * Noise.fbm(x * 9, y * 12, 3, 19);
      double vx = 1;
      double vy = slope;
      for (double[] e :
          new double[][] {{0.20, 0.705, 0.045}, {0.44, 0.735, 0.035}, {0.02, 0.755, 0.04}}) {
        double r = Math.hypot(x - e[0], y - e[1]) + 1e-6;
        double pull = 2.6 * Math.exp(-Math.pow(r / e[2], 2));
        vx += pull * (-(y - e[1]) - 0.3 * (x - e[0])) / r;
        vy += pull * ((x - e[0]) - 0.3 * (y - e[1])) / r;
        double curl = Math.sin(Math.atan2(y - e[1], x - e[0]) * 2 - 4 * Math.log(r / e[2] + 0.1));
        crest = Noise.mix(crest, curl, Math.exp(-Math.pow(r / e[2], 2)));
      }
      return new double[] {vx, vy, crest, near};
    }

    private double[] color(double x, double y) {
      return switch (zone(x, y)) {
        case 2 -> headland(x, y);
        case 1 -> sea(x, y);
        default -> sky(x, y);
      };
    }

    private double[] sky(double x, double y) {
      double value =
          0.24 + 0.16 * Noise.fbm(x * 3.2, y * 6, 4, 20) + 0.32 * Noise.step(0.32, SEA, y);
      double warm = 0;
      for (int i = 0; i < EDDIES.length; i++) {
        double[] e = EDDIES[i];
        double dx = x - e[0];
        double dy = y - e[1];
        double r = Math.hypot(dx, dy) / e[2];
        double turn = Math.atan2(dy, dx) * e[3];
        double arm =
            Math.sin(2 * turn - 5.2 * Math.log(r + 0.12) + 1.5 * Noise.fbm(x * 8, y * 8, 3, 21));
        double near = Math.exp(-r * r * 0.85);
        value += near * (0.34 * arm + 0.20);
        warm =
            Math.max(
                warm,
                (i < 1 ? 1.3 : 0.2) * Math.exp(-r * r * 7)
                    + (i < 1 ? 0.80 : 0.25) * near * Math.max(0, arm));
      }
      double stream =
          Math.sin((y - 0.03 * Math.sin(x * 9)) * 46 + 3 * Noise.fbm(x * 4, y * 4, 3, 22));
      value += 0.10 * stream;
      double[] rgb = Rgb.ramp(night, value);
      rgb = Rgb.mix(rgb, Rgb.ramp(gold, 1.0 - warm * 0.8), Noise.step(0.30, 0.75, warm));
      double violet = Noise.step(0.02, 0.35, Noise.fbm(x * 3.1 + 7, y * 4.2, 4, 31));
      rgb = Rgb.mix(rgb, Rgb.scale(Rgb.hex(0x7a3f9a), 0.55 + value), 0.62 * violet);
      double dusk = Noise.step(0.43, SEA, y) * (0.62 + 0.6 * Noise.fbm(x * 5, y * 30, 3, 23));
      rgb = Rgb.mix(rgb, Rgb.hex(0xf0875a), 0.95 * dusk);
      return Rgb.mix(rgb, Rgb.ramp(gold, 0.25), beam(x, y));
    }

    /// The lighthouse beam: two warm wedges fading with distance from the lamp.
    private static double beam(double x, double y) {
      double dx = x - LAMP_X;
      double dy = y - LAMP_Y;
      double along = Math.abs(dx);
      double aim = dx < 0 ? 0.10 : -0.14;
      double spread = Math.abs(dy - along * aim) / (0.008 + 0.13 * along);
      double wedge = Noise.step(1, 0.45, spread) * Math.exp(-along * 4.4);
      return Math.max(wedge, Math.exp(-Math.hypot(dx, dy) * 26));
    }

    private double[] sea(double x, double y) {
      double[] wave = wave(x, y);
      double crest = wave[2];
      double value = 0.34 + 0.26 * crest + 0.22 * Noise.fbm(x * 9, y * 22, 4, 24);
      double foam = Noise.step(0.62, 0.98, crest + 0.4 * Noise.fbm(x * 16, y * 26, 3, 25));
      value += 0.5 * foam * (0.35 + 0.65 * wave[3]);
      double surf = zone(x - 0.012, y - 0.022) == 2 || zone(x + 0.022, y - 0.006) == 2 ? 1 : 0;
      value += surf * (0.28 + 0.5 * Noise.fbm(x * 30, y * 30, 3, 33));
      double[] rgb = Rgb.ramp(ocean, value);
      double path = Math.exp(-Math.pow((x - 0.30 - 0.03 * crest) / (0.05 + 0.10 * wave[3]), 2));
      double glint = path * Noise.step(-0.25, 0.5, Noise.fbm(x * 10, y * 60, 3, 26) + 0.3 * crest);
      return Rgb.mix(rgb, Rgb.ramp(gold, 0.35 + 0.4 * wave[3]), 0.85 * glint);
    }

    private double[] headland(double x, double y) {
      double lit = Noise.step(0.60, 0.46, y) * 0.45;
      double value = 0.25 + lit + 0.55 * Noise.fbm(x * 12, y * 9, 4, 27);
      double[] rgb = Rgb.ramp(earth, value);
      double turf = Noise.step(0.545, 0.485, y + 0.05 * Noise.fbm(x * 11, y * 11, 3, 28));
      rgb =
          Rgb.mix(
              rgb,
              Rgb.ramp(
                  Rgb.palette(0x14301f, 0x2f6b3a, 0xa8b84a),
                  0.45 + lit * 0.4 + 0.7 * Noise.fbm(x * 20, y * 14, 3, 29)),
              turf);
      double rim = Noise.step(0.47, 0.9, Noise.fbm(x * 30, y * 8, 3, 30) + 0.4);
      return Rgb.mix(rgb, Rgb.hex(0x3c6fae), 0.5 * rim * (1 - turf));
    }

    private static double detail(double x, double y) {
      double busy = zone(x, y) == 0 ? 0.30 : 0.75;
      for (double[] e : EDDIES) {
        busy += 0.75 * Math.exp(-Math.pow(Math.hypot(x - e[0], y - e[1]) / e[2], 2) * 1.6);
      }
      return Math.min(1, busy + Math.exp(-Math.abs(y - SEA) * 30));
    }

    /// Shifts value and warmth a little, as no two dips into the palette are alike.
    private double[] jitter(double[] c, double amount) {
      double v = 1 + random.nextGaussian() * amount * 1.6;
      double t = random.nextGaussian() * amount * 0.7;
      return Vec.of(c[0] * v + t, c[1] * v + t * 0.3, c[2] * v - t);
    }

    private void line(
        Impasto canvas, double x0, double y0, double x1, double y1, double width, int rgb) {
      List<double[]> path = new ArrayList<>();
      double len = Math.hypot(x1 - x0, y1 - y0) * W;
      for (double i = 0; i < len; i += 0.8) {
        double t = i / len;
        double sway = 0.0012 * Math.sin(t * 5 + x0 * 90);
        path.add(new double[] {(x0 + (x1 - x0) * t + sway) * W, (y0 + (y1 - y0) * t + sway) * W});
      }
      double[] c = jitter(Rgb.hex(rgb), 0.03);
      canvas.stroke(path, width, c, jitter(c, 0.12), random.nextInt(10_000));
    }

    private void lighthouse(Impasto canvas) {
      double x = LAMP_X;
      int[] bands = {0xf4ead2, 0xc2382b, 0xf4ead2, 0xc2382b, 0xf4ead2};
      double top = LAMP_Y + 0.022;
      for (int b = 0; b < bands.length; b++) {
        double y0 = top + b * 0.027;
        double half = 0.0135 + 0.0022 * b;
        for (double u = -1; u <= 1.01; u += 0.28) {
          double[] shade = Rgb.scale(Rgb.hex(bands[b]), 0.92 - 0.34 * (u + 0.25));
          int rgb = Rgb.pack(shade[0], shade[1], shade[2]);
          line(canvas, x + u * half, y0 - 0.002, x + u * (half + 0.002), y0 + 0.03, 13, rgb);
        }
      }
      line(canvas, x - 0.023, top, x + 0.023, top, 11, 0x1a1526);
      line(canvas, x - 0.020, top - 0.006, x + 0.021, top - 0.006, 7, 0x5a4a4a);
      for (double u = -1; u <= 1.01; u += 0.4) {
        line(canvas, x + u * 0.010, top - 0.034, x + u * 0.010, top - 0.004, 11, 0xfff0a8);
      }
      line(canvas, x - 0.013, top - 0.036, x - 0.013, top - 0.002, 5, 0x1a1526);
      line(canvas, x + 0.013, top - 0.036, x + 0.013, top - 0.002, 5, 0x1a1526);
      line(canvas, x - 0.018, top - 0.036, x + 0.018, top - 0.036, 9, 0x7a2420);
      line(canvas, x - 0.012, top - 0.043, x + 0.012, top - 0.043, 10, 0x9c2f26);
      line(canvas, x, top - 0.058, x, top - 0.040, 8, 0x7a2420);
      cottage(canvas, x + 0.052, 0.468);
    }

    private void cottage(Impasto canvas, double x, double y) {
      for (double u = 0; u < 0.075; u += 0.006) {
        line(canvas, x + u, y - 0.008, x + u, y + 0.026, 14, u < 0.02 ? 0xf1dfb6 : 0xb7a68c);
      }
      for (int r = 0; r < 5; r++) {
        double dy = y - 0.004 - r * 0.006;
        line(canvas, x - 0.008 + r * 0.004, dy, x + 0.086 - r * 0.004, dy, 12, 0x8c3a2a);
      }
      line(canvas, x + 0.03, y + 0.004, x + 0.03, y + 0.018, 12, 0xffd35a);
      line(canvas, x + 0.055, y + 0.004, x + 0.055, y + 0.018, 12, 0xffd35a);
      line(canvas, x + 0.062, y - 0.045, x + 0.062, y - 0.024, 13, 0x5c2c28);
    }

    /// Thick dabs in rings around bright points, the heaviest paint in the picture.
    private void stars(Impasto canvas) {
      for (int s = 0; s < 22; s++) {
        double cx = 0.03 + 0.94 * random.nextDouble();
        double cy = 0.03 + 0.30 * random.nextDouble();
        double size = 0.003 + 0.005 * random.nextDouble();
        boolean clear = Math.hypot(cx - LAMP_X, cy - LAMP_Y) > 0.1;
        for (double[] e : EDDIES) {
          clear &= Math.hypot(cx - e[0], cy - e[1]) > e[2] * 0.75;
        }
        if (clear) {
          dab(canvas, cx, cy, size);
        }
      }
      star(canvas, EDDIES[0][0], EDDIES[0][1], 0.034);
    }

    private void dab(Impasto canvas, double x, double y, double size) {
      for (int i = 0; i < 7; i++) {
        double dy = (i - 3) * size * 0.30;
        double half = size * (1.15 - 0.09 * (i - 3) * (i - 3)) + 0.001;
        int rgb = Math.abs(i - 3) < 2 ? 0xfff3c4 : 0xf6c04a;
        line(canvas, x - half, y + dy, x + half, y + dy + size * 0.25, 15, rgb);
      }
    }

    private void star(Impasto canvas, double cx, double cy, double size) {
      for (double r = size * 2.1; r > 0; r -= 0.0048) {
        double glow = 1 - r / (size * 2.1);
        for (double a = random.nextDouble(); a < 6.4; a += Math.min(1.4, 0.020 / r)) {
          List<double[]> arc = new ArrayList<>();
          for (double t = 0; t < Math.min(1.2, 0.016 / r); t += 0.0004 / r) {
            double px = cx + Math.cos(a + t) * r;
            arc.add(new double[] {px * W, (cy + Math.sin(a + t) * r) * W});
          }
          if (random.nextDouble() < 0.6 + glow) {
            double[] c = jitter(Rgb.ramp(gold, 0.75 - 0.85 * glow), 0.07);
            canvas.stroke(arc, 13, c, jitter(Rgb.hex(0xfff6d0), 0.05), random.nextInt(9999));
          }
        }
      }
    }
  }

  /// Colour woodblock print: flat inks with wiped gradients under a carved dark outline.
  static final class WoodblockPrint {
    private static final int W = 1640;
    private static final int H = 2048;
    private static final Color KEY = new Color(0x1c2740);
    private final float[] sheet = new float[W * H * 3];
    private final Random random = new Random(808);
    private final List<Path2D> keyLines = new ArrayList<>();
    private int block;

    BufferedImage print() {
      paper();
      ink(
          new Area(new Rectangle2D.Double(-20, -20, W + 40, H + 40)),
          0x2e6a8e,
          0xf0d9a8,
          0,
          0,
          0.60 * H,
          0.95);
      ink(
          new Area(new Rectangle2D.Double(-20, -20, W + 40, H + 40)),
          0x16335c,
          0xf4e2b8,
          0,
          0,
          0.20 * H,
          0.85);
      Area sun = new Area(new Ellipse2D.Double(W * 0.50, H * 0.145, W * 0.34, W * 0.34));
      ink(sun, 0xd0341f, 0xee8a3c, 1, H * 0.14, H * 0.32, 1);
      cut(sun, 5);
      cloudBands(0.115, 5, 0xf3e4c4, 0xdcc9a6);
      range(0.50, 0.19, 0.55, 11, 0x7d9fb0, 0xecd9b2, 60);
      cloudBands(0.44, 4, 0xf4e7cc, 0xe8d3ac);
      range(0.62, 0.17, 1.10, 12, 0x3f6f7c, 0xd9cfa6, 90);
      crag(0.80, 0.27, 0.30, 13);
      cloudBands(0.655, 5, 0xf6ecd6, 0xdfd2b4);
      crag(0.17, 0.36, 0.36, 14);
      waves();
      cranes();
      return pull();
    }

    private void paper() {
      for (int i = 0; i < W * H; i++) {
        double[] rgb = Rgb.hex(0xf3e6cb);
        sheet[i * 3] = (float) rgb[0];
        sheet[i * 3 + 1] = (float) rgb[1];
        sheet[i * 3 + 2] = (float) rgb[2];
      }
    }

    /// Prints one block: the ink runs from one colour to another between two heights (kind 0/1),
    /// carrying the grain of the plank and the speckle of hand rubbing.
    private void ink(
        Area area, int rgb0, int rgb1, int seed, double y0, double y1, double strength) {
      BufferedImage mask = new BufferedImage(W, H, BufferedImage.TYPE_BYTE_GRAY);
      Graphics2D g = smooth(mask);
      g.translate(random.nextGaussian() * 1.6, random.nextGaussian() * 1.6);
      g.setColor(Color.WHITE);
      g.fill(area);
      g.dispose();
      byte[] cover = ((DataBufferByte) mask.getRaster().getDataBuffer()).getData();
      double[] a = Rgb.hex(rgb0);
      double[] b = Rgb.hex(rgb1);
      int key = 900 + 13 * block++ + seed;
      boolean fades = rgb1 == 0xf4e2b8;
      eachRow(
          H,
          y -> {
            double t = Noise.step(y0, y1, y);
            for (int x = 0; x < W; x++) {
              int c = cover[y * W + x] & 255;
              if (c > 0) {
                double wipe = Noise.clamp(t + 0.05 * Noise.fbm(x / 160.0, y / 30.0, 3, key));
                double alpha = c / 255.0 * strength * grain(x, y, key) * (fades ? 1 - wipe : 1);
                overprint(y * W + x, Rgb.mix(a, b, wipe), alpha);
              }
            }
          });
    }

    private void overprint(int k, double[] rgb, double alpha) {
      for (int c = 0; c < 3; c++) {
        sheet[k * 3 + c] += (float) ((rgb[c] - sheet[k * 3 + c]) * alpha);
      }
    }

    /// How well the ink took: long wood rings warped round knots, and fine speckle.
    private static double grain(int x, int y, int key) {
      double warp = 26 * Noise.fbm(x / 420.0, y / 130.0, 3, key);
      double rings = Math.sin((y + warp) * 0.30 + 2.5 * Noise.at(x / 700.0, y / 24.0, key + 1));
      double fibre = Noise.at(x / 42.0, (y + warp) / 1.7, key + 2);
      double speck = Noise.fbm(x / 2.6, y / 2.6, 2, key + 3);
      double rub = Noise.fbm(x / 130.0, y / 130.0, 3, key + 4);
      double take = 0.93 + 0.06 * rings + 0.075 * fibre + 0.12 * speck + 0.10 * rub;
      return Noise.clamp(take - (speck > 0.34 ? 0.35 : 0));
    }

    /// Remembers an outline for the key block, cut by hand: its width swells and thins.
    private void cut(Shape shape, double width) {
      var it = shape.getPathIterator(null, 1.2);
      double[] p = new double[6];
      List<double[]> run = new ArrayList<>();
      double[] start = {0, 0};
      for (; !it.isDone(); it.next()) {
        int kind = it.currentSegment(p);
        if (kind == PathIterator.SEG_MOVETO) {
          carve(run, width);
          run = new ArrayList<>();
          start = new double[] {p[0], p[1]};
          run.add(start);
        } else {
          run.add(kind == PathIterator.SEG_CLOSE ? start : new double[] {p[0], p[1]});
        }
      }
      carve(run, width);
    }

    private void carve(List<double[]> run, double width) {
      int n = run.size();
      if (n < 2) {
        return;
      }
      Path2D strip = new Path2D.Double();
      List<double[]> back = new ArrayList<>();
      double at = random.nextDouble() * 900;
      for (int i = 0; i < n; i++) {
        double[] a = run.get(Math.max(0, i - 1));
        double[] b = run.get(Math.min(n - 1, i + 1));
        double len = Math.max(1e-6, Math.hypot(b[0] - a[0], b[1] - a[1]));
        at += len / 2;
        double taper = Math.min(1, 0.25 + Math.min(i, n - 1 - i) / (0.18 * n + 1));
        double half = width / 2 * taper * (1 + 0.75 * Noise.fbm(at / 60, 0.5, 3, 71));
        double nx = -(b[1] - a[1]) / len * half;
        double ny = (b[0] - a[0]) / len * half;
        double[] p = run.get(i);
        if (i == 0) {
          strip.moveTo(p[0] + nx, p[1] + ny);
        } else {
          strip.lineTo(p[0] + nx, p[1] + ny);
        }
        back.add(new double[] {p[0] - nx, p[1] - ny});
      }
      for (double[] p : back.reversed()) {
        strip.lineTo(p[0], p[1]);
      }
      strip.closePath();
      keyLines.add(strip);
    }

    /// Removes key lines where a nearer shape will cover them.
    private void cover(Area area, int rgb0, int rgb1, double y0, double y1) {
      stampKey();
      ink(area, 0xf3e6cb, 0xf3e6cb, 3, 0, 1, 1);
      ink(area, rgb0, rgb1, 5, y0, y1, 0.97);
    }

    /// Prints the outlines gathered so far, so that later blocks may overlap them.
    private void stampKey() {
      if (keyLines.isEmpty()) {
        return;
      }
      BufferedImage mask = new BufferedImage(W, H, BufferedImage.TYPE_BYTE_GRAY);
      Graphics2D g = smooth(mask);
      g.setColor(Color.WHITE);
      keyLines.forEach(g::fill);
      g.dispose();
      keyLines.clear();
      byte[] cover = ((DataBufferByte) mask.getRaster().getDataBuffer()).getData();
      double[] rgb = Rgb.hex(KEY.getRGB());
      int key = 700 + block++;
      for (int i = 0; i < W * H; i++) {
        if (cover[i] != 0) {
          double alpha = (cover[i] & 255) / 255.0 * Math.min(1, grain(i % W, i / W, key) + 0.08);
          overprint(i, rgb, alpha);
        }
      }
    }

    private static Graphics2D smooth(BufferedImage image) {
      Graphics2D g = image.createGraphics();
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      return g;
    }

    /// Long rounded mist bands, the old way of parting near from far.
    private void cloudBands(double y, int count, int rgb0, int rgb1) {
      Area mist = new Area();
      for (int i = 0; i < count; i++) {
        double w = W * (0.28 + 0.5 * random.nextDouble());
        double h = 26 + 34 * random.nextDouble();
        double x = random.nextDouble() * (W + w) - w;
        double top = y * H + i * 46 - 60 + 20 * random.nextGaussian();
        mist.add(new Area(new RoundRectangle2D.Double(x, top, w, h, h, h)));
        double w2 = w * (0.3 + 0.3 * random.nextDouble());
        double x2 = x + (w - w2) * random.nextDouble();
        mist.add(new Area(new RoundRectangle2D.Double(x2, top - h * 0.8, w2, h, h, h)));
      }
      cover(mist, rgb0, rgb1, y * H - 60, y * H + 160);
      cut(mist, 4.5);
    }

    /// A distant range with wiped colour, and carved creases running down its slopes.
    private void range(
        double base, double tall, double shift, int seed, int rgb0, int rgb1, int creases) {
      double[] top = new double[W + 1];
      for (int x = 0; x <= W; x++) {
        double r =
            Noise.ridged(x / 620.0 + shift, 0.4, 6, seed)
                + 0.22 * Noise.fbm(x / 170.0, 2, 5, seed + 1);
        top[x] = (base - tall * (0.25 + 1.1 * r)) * H;
      }
      Area area = new Area(below(top, base * H + 260));
      cover(area, rgb0, rgb1, (base - tall * 0.9) * H, (base + 0.06) * H);
      Path2D crest = new Path2D.Double();
      crest.moveTo(0, top[0]);
      for (int x = 4; x <= W; x += 4) {
        crest.lineTo(x, top[x]);
      }
      cut(crest, 6.5);
      for (int i = 0; i < creases; i++) {
        int x = 20 + random.nextInt(W - 40);
        double lean = top[Math.min(W, x + 18)] > top[Math.max(0, x - 18)] ? 1 : -1;
        crease(
            x,
            top[x] + 8 + 70 * Math.pow(random.nextDouble(), 2),
            lean,
            50 + 120 * random.nextDouble());
      }
    }

    private void crease(double x, double y, double lean, double length) {
      List<double[]> run = new ArrayList<>();
      double px = x;
      double drift = lean * (0.25 + 0.5 * random.nextDouble());
      for (double t = 0; t < length; t += 4) {
        run.add(new double[] {px, y + t});
        px += 4 * (drift + 0.9 * Noise.fbm(px / 30, (y + t) / 30, 3, 75));
      }
      carve(run, 4.2);
    }

    private static Path2D below(double[] top, double bottom) {
      Path2D path = new Path2D.Double();
      path.moveTo(-30, bottom);
      path.lineTo(-30, top[0]);
      for (int x = 0; x < top.length; x += 2) {
        path.lineTo(x, top[x]);
      }
      path.lineTo(W + 30, top[W]);
      path.lineTo(W + 30, bottom);
      path.closePath();
      return path;
    }

    /// A sea stack: sheer sides, hatched shadow, and wind-bent pines along the top.
    private void crag(double cx, double wide, double tall, int seed) {
      double foot = 0.83 * H;
      Path2D path = new Path2D.Double();
      path.moveTo((cx - wide * 0.62) * W, foot);
      int n = 90;
      List<double[]> crest = new ArrayList<>();
      for (int i = 0; i <= n; i++) {
        double t = (double) i / n;
        double dome = Math.pow(Math.sin(Math.PI * Math.min(1, Math.max(0, t))), 0.42);
        double rough =
            1 + 0.30 * Noise.fbm(t * 5, 1.2, 5, seed) + 0.16 * (t - 0.5) * (seed % 2 * 2 - 1);
        double stepped = 0.025 * Math.round(4 * Noise.fbm(t * 7, 4.2, 3, seed + 3));
        double x = (cx + wide * (t - 0.5) * (1.16 - 0.22 * dome)) * W;
        double y = foot - tall * H * dome * (rough + stepped * dome);
        path.lineTo(x, y);
        crest.add(new double[] {x, y});
      }
      path.lineTo((cx + wide * 0.62) * W, foot);
      path.closePath();
      Area area = new Area(path);
      double top = foot - tall * H;
      cover(area, 0x5a6b3c, 0xc98d52, top, top + tall * H * 0.55);
      Area dark = new Area(path);
      dark.intersect(
          new Area(
              AffineTransform.getTranslateInstance(wide * W * 0.36, tall * H * 0.10)
                  .createTransformedShape(path)));
      ink(dark, 0x2c4a46, 0x6e4a3a, 7, top, foot, 0.82);
      cut(area, 7.5);
      hatch(area, cx, wide, top, foot, seed);
      for (int i = 0; i < 8; i++) {
        double[] p = crest.get(14 + random.nextInt(n - 28));
        pine(p[0], p[1] + 8, 90 + 80 * random.nextDouble());
      }
    }

    private void hatch(Area area, double cx, double wide, double top, double foot, int seed) {
      for (int i = 0; i < 420; i++) {
        double x = (cx + wide * (random.nextDouble() - 0.5) * 1.1) * W;
        double y = top + (foot - top) * random.nextDouble();
        boolean shade = x > cx * W;
        if (!shade && random.nextDouble() < 0.62 || !area.contains(x, y)) {
          continue;
        }
        List<double[]> run = new ArrayList<>();
        double length = 25 + 90 * random.nextDouble();
        double px = x;
        double py = y;
        for (double t = 0; t < length && area.contains(px, py); t += 4) {
          run.add(new double[] {px, py});
          double a = 1.35 + 1.3 * Noise.fbm(px / 110, py / 110, 3, seed + 9);
          px += 4 * Math.cos(a);
          py += 4 * Math.sin(a);
        }
        carve(run, shade ? 5.0 : 3.6);
      }
    }

    /// A pine: crooked trunk carrying flat pads of needles drawn as fans of short cuts.
    private void pine(double x, double y, double size) {
      double lean = (random.nextDouble() - 0.35) * 0.7;
      List<double[]> trunk = new ArrayList<>();
      double px = x;
      for (double t = 0; t <= 1; t += 0.04) {
        trunk.add(new double[] {px, y - size * t});
        px += size * 0.04 * (lean + 0.9 * Math.sin(t * 7 + x));
      }
      Area pads = new Area();
      for (int i = 0; i < 6; i++) {
        double[] at = trunk.get(Math.min(trunk.size() - 1, 8 + i * 3));
        double w = size * (0.72 - 0.08 * i) * (0.8 + 0.4 * random.nextDouble());
        double h = size * 0.20;
        double cx = at[0] + (random.nextDouble() - 0.5) * size * 0.55;
        for (int k = -1; k <= 1; k++) {
          pads.add(
              new Area(
                  new Ellipse2D.Double(
                      cx + k * w * 0.3 - w * 0.26,
                      at[1] - h * (0.6 + 0.3 * (k == 0 ? 1 : 0)),
                      w * 0.52,
                      h)));
        }
      }
      carve(trunk, 13);
      cover(pads, 0x1f5a4a, 0x3c7c50, y - size, y);
      cut(pads, 4);
      needles(pads, x, y, size);
    }

    private void needles(Area pads, double x, double y, double size) {
      for (int i = 0; i < 70; i++) {
        double nx = x + (random.nextDouble() - 0.4) * size * 1.5;
        double ny = y - size * random.nextDouble() * 1.1;
        if (pads.contains(nx, ny)) {
          double a = -Math.PI / 2 + random.nextGaussian() * 0.7;
          double l = size * 0.10;
          carve(
              List.of(
                  new double[] {nx, ny},
                  new double[] {nx + l * 0.5 * Math.cos(a), ny + l * 0.5 * Math.sin(a)},
                  new double[] {nx + l * Math.cos(a), ny + l * Math.sin(a)}),
              3.6);
        }
      }
    }

    /// Rows of swell, each a flat shape with parallel contour lines and a lip of foam.
    private void waves() {
      int rows = 8;
      for (int r = 0; r < rows; r++) {
        double near = (r + 0.5) / rows;
        double base = (0.735 + 0.265 * Math.pow(near, 1.35)) * H;
        double amp = 22 + 135 * near;
        double length = 230 + 560 * near;
        double offset = random.nextDouble() * 10;
        double[] top = new double[W + 1];
        for (int x = 0; x <= W; x++) {
          top[x] = base - amp * crestShape(x / length + offset);
        }
        int[] blues = {0x8fb9b4, 0x6aa3ae, 0x4a8ba2, 0x2f7294};
        Area water = new Area(below(top, H));
        cover(
            water, blues[Math.min(3, r / 2)], r < 5 ? 0x2f6a8a : 0x143a66, base - amp, base + 190);
        double[] lip = top.clone();
        for (int x = 0; x <= W; x++) {
          double scallop =
              Math.abs(Math.sin(x * Math.PI / (26 + 34 * near) + 3 * Noise.at(x / 90.0, r, 66)));
          double crest = Math.max(0, crestShape(x / length + offset));
          lip[x] = top[x] + (8 + 60 * near) * crest * (0.4 + 0.75 * scallop);
        }
        Area foam = new Area(water);
        foam.subtract(new Area(below(lip, H)));
        ink(foam, 0xf8f0dc, 0xf3e6cb, 9, 0, H, 0.96);
        outlineFoam(top, lip, 4.5 + 2 * near);
        for (int k = 1; k <= 5; k++) {
          contour(top, base, (0.6 + k) * (14 + 26 * near), 3.2 + 2 * near);
        }
        spray(top, near, amp, base);
      }
    }

    private void outlineFoam(double[] top, double[] lip, double width) {
      List<double[]> upper = new ArrayList<>();
      List<double[]> lower = new ArrayList<>();
      for (int x = 0; x <= W; x += 3) {
        upper.add(new double[] {x, top[x]});
        if (lip[x] - top[x] > 7) {
          lower.add(new double[] {x, lip[x]});
        } else {
          carve(lower, width * 0.7);
          lower = new ArrayList<>();
        }
      }
      carve(lower, width * 0.7);
      carve(upper, width);
    }

    private static double crestShape(double t) {
      double s = t - Math.floor(t);
      double lean = Math.pow(s, 1.6);
      double k = 0.65 + 0.5 * Noise.hash((int) Math.floor(t), 3, 12);
      return k * (0.5 - 0.5 * Math.cos(2 * Math.PI * lean)) - 0.25;
    }

    private void contour(double[] line, double base, double drop, double width) {
      List<double[]> run = new ArrayList<>();
      for (int x = 0; x <= W; x += 5) {
        double flat = line[x] + drop + (base - line[x]) * Math.min(0.85, drop / 260);
        boolean broken = Noise.at(x / 70.0, drop / 9, 67) > 0.42;
        if (broken) {
          carve(run, width);
          run = new ArrayList<>();
        } else {
          run.add(new double[] {x, flat + 3 * Noise.at(x / 40.0, drop, 68)});
        }
      }
      carve(run, width);
    }

    private void spray(double[] top, double near, double amp, double base) {
      Area drops = new Area();
      for (int i = 0; i < 130 * near; i++) {
        int x = random.nextInt(W);
        if (base - top[x] > amp * 0.55) {
          double r = 2 + 5 * near * random.nextDouble();
          double up = (14 + 60 * near) * Math.pow(random.nextDouble(), 1.5);
          drops.add(new Area(new Ellipse2D.Double(x - r, top[x] - up - r, 2 * r, 2 * r)));
        }
      }
      ink(drops, 0xf8f0dc, 0xf8f0dc, 2, 0, 1, 0.95);
    }

    private void cranes() {
      stampKey();
      double[][] birds = {
        {0.30, 0.27, 1.0}, {0.43, 0.335, 0.8}, {0.22, 0.36, 0.62}, {0.10, 0.235, 0.5}
      };
      for (double[] b : birds) {
        AffineTransform at = AffineTransform.getTranslateInstance(b[0] * W, b[1] * H);
        at.scale(b[2] * 1.5, b[2] * 1.5);
        at.rotate(-0.18);
        Path2D body = new Path2D.Double();
        body.moveTo(78, -10);
        body.curveTo(55, -14, 40, -6, 22, -6);
        body.curveTo(10, -40, -18, -72, -62, -84);
        body.curveTo(-40, -56, -34, -30, -26, 0);
        body.curveTo(-48, 6, -66, 10, -88, 10);
        body.curveTo(-60, 18, -30, 16, -10, 12);
        body.curveTo(-8, 34, 2, 58, 30, 78);
        body.curveTo(34, 46, 34, 24, 28, 6);
        body.curveTo(44, 2, 60, -4, 78, -10);
        body.closePath();
        Area shape = new Area(at.createTransformedShape(body));
        ink(shape, 0xfaf3e2, 0xf6ead0, 4, 0, H, 1);
        Path2D tips = new Path2D.Double();
        tips.append(new Ellipse2D.Double(-74, -98, 44, 40), false);
        tips.append(new Ellipse2D.Double(10, 56, 40, 40), false);
        tips.append(new Ellipse2D.Double(-96, 0, 34, 26), false);
        Area dark = new Area(at.createTransformedShape(tips));
        dark.intersect(shape);
        ink(dark, 0x1c2740, 0x1c2740, 4, 0, 1, 0.95);
        Area cap = new Area(at.createTransformedShape(new Ellipse2D.Double(60, -17, 14, 9)));
        cap.intersect(shape);
        ink(cap, 0xd0341f, 0xd0341f, 4, 0, 1, 1);
        cut(shape, 3.6);
        feathers(at);
      }
    }

    private void feathers(AffineTransform at) {
      for (int i = 0; i < 6; i++) {
        Path2D feather = new Path2D.Double();
        feather.moveTo(-56 + i * 8, -74 + i * 9);
        feather.quadTo(-30 + i * 5, -44 + i * 7, -16 + i * 5, -10 + i);
        feather.moveTo(28 - i * 4, 66 - i * 7);
        feather.quadTo(20 - i * 2, 34 - i * 3, 14 - i * 2, 10);
        cut(at.createTransformedShape(feather), 2.6);
      }
    }

    /// The finished sheet: paper fibre and a faint bleed, then half size.
    private BufferedImage pull() {
      stampKey();
      BufferedImage out = new BufferedImage(W / 2, H / 2, BufferedImage.TYPE_INT_RGB);
      eachRow(
          H / 2,
          y -> {
            for (int x = 0; x < W / 2; x++) {
              double fibre = 0.05 * Noise.fbm(x / 1.6, y / 1.6, 3, 51);
              fibre += 0.05 * Noise.fbm(x / 34.0 + Noise.at(y / 20.0, 1, 5), y / 3.0, 3, 52);
              double[] c = new double[3];
              for (int k = 0; k < 3; k++) {
                for (int s = 0; s < 4; s++) {
                  c[k] += sheet[((y * 2 + (s >> 1)) * W + x * 2 + (s & 1)) * 3 + k] / 4;
                }
                c[k] = c[k] * (1 + fibre) + 0.02 * fibre;
              }
              out.setRGB(x, y, Rgb.pack(c[0], c[1], c[2]));
            }
          });
      return out;
    }
  }

  /// Mosaic sample: a carp leaping across the sun, set in glass tesserae between dark leads.
  static final class GlassMosaic {
    private static final int W = 1024;
    private static final int H = 864;
    private static final double SUN_X = 0.56 * W;
    private static final double SUN_Y = 0.40 * H;
    private static final int BUCKET = 16;
    private final Random random = new Random(606);
    private final List<double[][]> palettes = new ArrayList<>();
    private final List<Double> sizes = new ArrayList<>();
    private final int[] region = new int[W * H];
    private final double[] inset = new double[W * H];
    private final List<double[]> tiles = new ArrayList<>();
    private List<List<double[]>> buckets;

    BufferedImage assemble() {
      rays();
      sea();
      carp();
      measure();
      plant();
      for (int i = 0; i < 7; i++) {
        relax();
      }
      bucketTiles();
      return glaze();
    }

    private void piece(Shape shape, double size, int... palette) {
      BufferedImage mask = new BufferedImage(W, H, BufferedImage.TYPE_BYTE_GRAY);
      Graphics2D g = mask.createGraphics();
      g.setColor(Color.WHITE);
      g.fill(shape);
      g.dispose();
      for (int i = 0; i < W * H; i++) {
        if ((mask.getRaster().getSample(i % W, i / W, 0)) > 127) {
          region[i] = palettes.size();
        }
      }
      palettes.add(Rgb.palette(palette));
      sizes.add(size);
    }

    private static Area ring(double inner, double outer, double from, double to) {
      Path2D wedge = new Path2D.Double();
      wedge.moveTo(SUN_X, SUN_Y);
      for (double a = from; a <= to + 1e-9; a += (to - from) / 12) {
        wedge.lineTo(SUN_X + 2000 * Math.cos(a), SUN_Y + 2000 * Math.sin(a));
      }
      wedge.closePath();
      Area area = new Area(wedge);
      area.intersect(disc(SUN_X, SUN_Y, outer));
      area.subtract(disc(SUN_X, SUN_Y, inner));
      return area;
    }

    private static Area disc(double x, double y, double r) {
      return new Area(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
    }

    /// Sun and sky as broken rings of wedges, warm inside and cold outside.
    private void rays() {
      int[][] cold = {
        {0x1b3fa0, 0x2c63d0, 0x12307c}, {0x0f8f9c, 0x35b8b4, 0x0b6c80},
        {0x5a2c94, 0x7d48b8, 0x421c74}, {0x2a86d0, 0x63b4e6, 0x1c62a8},
        {0x101c58, 0x22348c, 0x0c1440}
      };
      int[][] warm = {
        {0xf26a1b, 0xff8f3a, 0xd94e12}, {0xf9b52a, 0xffd15c, 0xe8951a},
        {0xd6263a, 0xf04c50, 0xb01830}, {0xf5d76a, 0xffe9a0, 0xe8bc3c}
      };
      double[] edge = {205, 300, 430, 620, 1200};
      int[] parts = {18, 22, 26, 22};
      int serial = 0;
      for (int r = 0; r < 4; r++) {
        for (int k = 0; k < parts[r]; k++) {
          double from = (k + 0.37 * r) * 2 * Math.PI / parts[r];
          double jag = 34 * (r + 1) * 0.5 * random.nextGaussian() * 0.5;
          Area wedge = ring(edge[r] - 60, edge[r + 1] + jag, from, from + 2 * Math.PI / parts[r]);
          boolean hot = r == 0 || r == 1 && k % 2 == 0;
          piece(wedge, 15, hot ? warm[(k + r) % 4] : cold[(serial++ * 3 + r) % 5]);
        }
      }
      int[][] core = {
        {0xe8541c, 0xf47a2c, 0xd03a18},
        {0xfbbf2e, 0xffd766, 0xf0a41c},
        {0xfff0b4, 0xffe27a, 0xfff8dc}
      };
      double[] radius = {212, 168, 104};
      for (int i = 0; i < 3; i++) {
        piece(disc(SUN_X, SUN_Y, radius[i]), 13, core[i]);
      }
    }

    private void sea() {
      int[][] water = {
        {0x0e5c86, 0x1678a6, 0x0a4468}, {0x159a92, 0x35bfae, 0x0e7a78},
        {0xe9f4ea, 0xc4e6de, 0xffffff},
        {0x1c3f9a, 0x2d5cc4, 0x142c74}, {0x0f7f5c, 0x27a874, 0x0a6048},
        {0x38b6cc, 0x7ad6de, 0x1f94b0},
        {0x10245c, 0x1c3a84, 0x0a1640}
      };
      double[] top = {0.70, 0.755, 0.80, 0.825, 0.88, 0.925, 0.965};
      for (int b = 0; b < top.length; b++) {
        Path2D band = new Path2D.Double();
        band.moveTo(0, H);
        for (int x = 0; x <= W; x += 4) {
          double swell =
              Math.sin(x / 92.0 + b * 1.7) * (22 - b) + 10 * Math.sin(x / 41.0 + b * 2.4);
          double splash = 70 * Math.exp(-Math.pow((x - 250) / 90.0, 2)) * (b < 4 ? 1 : 0.3);
          band.lineTo(x, top[b] * H + swell - splash);
        }
        band.lineTo(W, H);
        band.closePath();
        piece(band, b == 2 ? 10 : 14, water[b]);
      }
      for (int i = 0; i < 16; i++) {
        double a = -2.5 + 1.9 * random.nextDouble();
        double d = 60 + 150 * random.nextDouble();
        double r = 6 + 9 * random.nextDouble();
        piece(
            disc(250 + d * Math.cos(a), 640 + d * Math.sin(a), r), 9, 0xdff4f0, 0x8fdce0, 0xffffff);
      }
    }

    /// Spine of the fish from tail (0) to snout (1): an arc leaping up to the right.
    private static double[] spine(double t) {
      double a = Math.PI * (0.98 + 0.66 * t);
      return new double[] {560 + 330 * Math.cos(a), 590 + 300 * Math.sin(a) * (1 + 0.12 * t)};
    }

    private static double[] offset(double t, double across) {
      double[] p = spine(t);
      double[] q = spine(t + 0.01);
      double[] o = spine(t - 0.01);
      double len = Math.hypot(q[0] - o[0], q[1] - o[1]);
      return new double[] {
        p[0] + (q[1] - o[1]) / len * across, p[1] - (q[0] - o[0]) / len * across
      };
    }

    private static double girth(double t) {
      double full = 16 + 94 * Math.pow(Math.sin(Math.PI * (0.05 + 0.9 * Math.min(1, t))), 1.05);
      return Math.max(full, t > 0.7 ? 84 : 0)
          * Math.sqrt(Math.max(0, 1 - Math.pow(Math.max(0, t - 0.74) / 0.30, 2.4)));
    }

    /// A strip of the body between two lengths and two breadths (-1 belly to 1 back).
    private static Path2D flank(double t0, double t1, double a0, double a1) {
      Path2D path = new Path2D.Double();
      for (int i = 0; i <= 40; i++) {
        double t = t0 + (t1 - t0) * i / 40;
        double[] p = offset(t, a1 * girth(t));
        if (i == 0) {
          path.moveTo(p[0], p[1]);
        } else {
          path.lineTo(p[0], p[1]);
        }
      }
      for (int i = 40; i >= 0; i--) {
        double t = t0 + (t1 - t0) * i / 40;
        double[] p = offset(t, a0 * girth(t));
        path.lineTo(p[0], p[1]);
      }
      path.closePath();
      return path;
    }

    private static Path2D fin(
        double t, double side, double along, double out, double back, double flick) {
      double[] a = offset(t, side * girth(t) * 0.8);
      double[] b = offset(t - along, side * girth(t - along) * 0.75);
      double[] c = offset(t - back, side * (girth(t) + out));
      double[] d = offset(t - back * 0.3, side * (girth(t) + out * flick));
      double[] e = offset(t - back * 0.9, side * (girth(t) + out * 0.25));
      Path2D path = new Path2D.Double();
      path.moveTo(a[0], a[1]);
      path.quadTo(d[0], d[1], c[0], c[1]);
      path.quadTo(e[0], e[1], b[0], b[1]);
      path.closePath();
      return path;
    }

    private void carp() {
      int[] finColor = {0xf07a2a, 0xffb04a, 0xd2451c};
      piece(tailFin(1), 11, 0xe83a22, 0xff6a3a, 0xb81e1c);
      piece(tailFin(-1), 11, finColor);
      piece(fin(0.72, 1, 0.36, 92, 0.42, 1.0), 11, 0xc81e34, 0xec4048, 0x981030);
      piece(fin(0.36, -1, 0.10, 84, 0.20, 0.5), 10, finColor);
      piece(flank(0.04, 1.04, -1, 1), 11, 0xfaf2dc, 0xe8dcc0, 0xffffff);
      piece(flank(0.05, 0.80, 0.30, 1), 10, 0xe8381c, 0xff6230, 0xc01c1c);
      piece(flank(0.05, 0.80, -0.22, 0.30), 10, 0xf58a22, 0xffb040, 0xe46414);
      for (double[] s : new double[][] {{0.27, 0.6, 46}, {0.49, 0.3, 62}, {0.68, 0.75, 44}}) {
        double[] at = offset(s[0], s[1] * girth(s[0]));
        Area patch = disc(at[0], at[1], s[2]);
        patch.add(disc(at[0] + s[2] * 0.7, at[1] - s[2] * 0.6, s[2] * 0.6));
        patch.intersect(new Area(flank(0.05, 0.80, -0.6, 1)));
        piece(patch, 9, 0x16183c, 0x2a2f68, 0x0c0e24);
      }
      piece(flank(0.80, 1.04, -0.05, 1), 9, 0xd81f28, 0xf4503a, 0xa81428);
      piece(fin(0.74, -0.55, 0.09, 108, 0.24, 0.5), 10, 0xffc85a, 0xf29a2c, 0xffe29a);
      double[] eye = offset(0.885, 26);
      piece(disc(eye[0], eye[1], 21), 8, 0xfff6d0, 0xffe9a8, 0xffffff);
      piece(disc(eye[0] + 2, eye[1], 10), 12, 0x080a18, 0x10142c, 0x04060c);
    }

    private static Path2D tailFin(int side) {
      double[] root = offset(0.06, 0);
      double[] r1 = offset(0.07, side * 36);
      Path2D path = new Path2D.Double();
      path.moveTo(root[0] + 6, root[1]);
      path.lineTo(r1[0], r1[1]);
      path.curveTo(
          root[0] - side * 40,
          root[1] + 50,
          root[0] - side * 60 - 20,
          root[1] + 100,
          root[0] - side * 118 - 10,
          root[1] + 150);
      path.curveTo(
          root[0] - side * 60,
          root[1] + 150,
          root[0] - side * 30,
          root[1] + 120,
          root[0],
          root[1] + 80);
      path.closePath();
      return path;
    }

    /// Distance of every point from the edge of its piece, by two chamfer sweeps.
    private void measure() {
      Arrays.fill(inset, 1e6);
      for (int pass = 0; pass < 2; pass++) {
        for (int n = 0; n < W * H; n++) {
          int i = pass == 0 ? n : W * H - 1 - n;
          int s = pass == 0 ? -1 : 1;
          near(i, s, 0, 1);
          near(i, 0, s, 1);
          near(i, s, s, 1.414);
          near(i, -s, s, 1.414);
        }
      }
    }

    private void near(int i, int dx, int dy, double cost) {
      int x = i % W + dx;
      int y = i / W + dy;
      if (x >= 0 && y >= 0 && x < W && y < H) {
        int j = y * W + x;
        inset[i] = Math.min(inset[i], region[j] != region[i] ? 0.5 : inset[j] + cost);
      }
    }

    /// Sows tiles, each squared to the nearest edge of its piece so that rows follow outlines.
    private void plant() {
      for (int y = 0; y < H; y += 4) {
        for (int x = 0; x < W; x += 4) {
          int r = region[y * W + x];
          double size = sizes.get(r);
          if (random.nextDouble() < 16 / (size * size)) {
            double tx = Math.min(W - 1, x + random.nextDouble() * 4);
            tiles.add(new double[] {tx, Math.min(H - 1, y + random.nextDouble() * 4), r, 0, 0});
          }
        }
      }
      tiles.forEach(this::align);
    }

    private void align(double[] tile) {
      int x = Math.max(7, Math.min(W - 8, (int) tile[0]));
      int y = Math.max(7, Math.min(H - 8, (int) tile[1]));
      double gx = 0;
      double gy = 0;
      for (int k = -6; k <= 6; k += 3) {
        gx += clip(inset[(y + k) * W + x + 6]) - clip(inset[(y + k) * W + x - 6]);
        gy += clip(inset[(y + 6) * W + x + k]) - clip(inset[(y - 6) * W + x + k]);
      }
      double a = Math.atan2(gy, gx);
      tile[3] = Math.cos(a);
      tile[4] = Math.sin(a);
    }

    private static double clip(double v) {
      return Math.min(v, 400);
    }

    private void bucketTiles() {
      int bw = W / BUCKET + 1;
      int bh = H / BUCKET + 1;
      buckets = new ArrayList<>();
      for (int i = 0; i < bw * bh; i++) {
        buckets.add(new ArrayList<>());
      }
      for (double[] t : tiles) {
        buckets.get((int) (t[1] / BUCKET) * bw + (int) (t[0] / BUCKET)).add(t);
      }
    }

    /// The owning tile and, in `gap`, the margin to the runner-up: small means a joint.
    private double[] owner(double x, double y, int piece, double[] gap) {
      int bw = W / BUCKET + 1;
      int bx = (int) (x / BUCKET);
      int by = (int) (y / BUCKET);
      double[] best = null;
      double d1 = 1e9;
      double d2 = 1e9;
      for (int j = Math.max(0, by - 2); j <= Math.min(H / BUCKET, by + 2); j++) {
        for (int i = Math.max(0, bx - 2); i <= Math.min(W / BUCKET, bx + 2); i++) {
          for (double[] t : buckets.get(j * bw + i)) {
            if (t[2] == piece) {
              double u = Math.abs((x - t[0]) * t[3] + (y - t[1]) * t[4]);
              double v = Math.abs((y - t[1]) * t[3] - (x - t[0]) * t[4]);
              double d = Math.max(u, v) * 0.75 + Math.hypot(u, v) * 0.25;
              if (d < d1) {
                d2 = d1;
                d1 = d;
                best = t;
              } else if (d < d2) {
                d2 = d;
              }
            }
          }
        }
      }
      gap[0] = d2 - d1;
      return best;
    }

    /// Moves every tile to the middle of the ground it owns, evening the joints.
    private void relax() {
      bucketTiles();
      Map<double[], double[]> sums = new IdentityHashMap<>();
      double[] gap = new double[1];
      for (int y = 0; y < H; y += 2) {
        for (int x = 0; x < W; x += 2) {
          double[] t = owner(x, y, region[y * W + x], gap);
          if (t != null) {
            double[] s = sums.computeIfAbsent(t, k -> new double[3]);
            s[0] += x;
            s[1] += y;
            s[2]++;
          }
        }
      }
      tiles.removeIf(t -> !sums.containsKey(t));
      for (double[] t : tiles) {
        double[] s = sums.get(t);
        t[0] = s[0] / s[2];
        t[1] = s[1] / s[2];
        align(t);
      }
    }

    private BufferedImage glaze() {
      BufferedImage out = new BufferedImage(W, H, BufferedImage.TYPE_INT_RGB);
      eachRow(
          H,
          y -> {
            for (int x = 0; x < W; x++) {
              double[] sum = new double[3];
              for (int s = 0; s < 4; s++) {
                double[] c = glass(x + 0.25 + 0.5 * (s & 1), y + 0.25 + 0.5 * (s >> 1));
                sum = Vec.add(sum, c, 0.25);
              }
              out.setRGB(x, y, Rgb.pack(sum[0], sum[1], sum[2]));
            }
          });
      return out;
    }

    /// Colour at a point: glass with streaks, a bevel and its own tilt, or gritty grout, or lead.
    private double[] glass(double x, double y) {
      int k = Math.min(H - 1, (int) y) * W + Math.min(W - 1, (int) x);
      double[] gap = new double[1];
      double[] t = owner(x, y, region[k], gap);
      double grit = Noise.fbm(x / 2.2, y / 2.2, 3, 41);
      double[] grout = Rgb.scale(Vec.of(0.10, 0.09, 0.11), 1 + 0.9 * grit);
      double lead = inset[k] + 0.5 * Noise.at(x / 12, y / 12, 42);
      if (t == null || lead < 2.2) {
        double shine = Noise.step(0.2, 1.4, lead) * 0.10 * (1 + grit);
        return Vec.add(Vec.of(0.045, 0.045, 0.06), Vec.of(1, 1, 1.1), shine * 0.5);
      }
      int id = (int) (t[0] * 8191 + t[1] * 131);
      double pick = Noise.hash(id, 1, 9);
      double[] rgb = Rgb.ramp(palettes.get(region[k]), Noise.clamp(pick + 0.12 * grit));
      rgb = Rgb.scale(rgb, 0.80 + 0.40 * Noise.hash(id, 2, 9));
      if (Noise.hash(id, 3, 9) > 0.955) {
        rgb = Rgb.mix(Rgb.scale(rgb, 1.3), Vec.of(1, 0.95, 0.85), 0.22);
      }
      double turn = Noise.hash(id, 4, 9) * 6.28;
      double u = (x - t[0]) * Math.cos(turn) + (y - t[1]) * Math.sin(turn);
      double v = (y - t[1]) * Math.cos(turn) - (x - t[0]) * Math.sin(turn);
      double streak = Noise.fbm(u / 11 + id % 97, v / 2.4, 3, 43);
      double light = 1 + 0.030 * u * Noise.hash(id, 5, 9) + 0.30 * streak;
      double rim = Math.min(gap[0] * 0.8, lead - 2.0);
      double facing = ((x - t[0]) + (y - t[1])) / 14;
      light += (1 - Noise.step(0.9, 3.6, rim)) * (facing < 0 ? 0.32 : -0.34);
      double[] lit = Rgb.scale(rgb, light);
      double spark = Math.exp(-(Math.pow(x - t[0] + 2.6, 2) + Math.pow(y - t[1] + 2.6, 2)) / 3.5);
      lit = Vec.add(lit, Vec.of(1, 1, 0.95), 0.22 * spark * Noise.hash(id, 6, 9));
      double glow = Math.exp(-Math.pow(Math.hypot(x - SUN_X, y - SUN_Y) / 420, 2));
      lit = Rgb.scale(lit, 0.86 + 0.24 * glow);
      return Rgb.mix(grout, lit, Noise.step(0.35, 1.3, rim));
    }
  }

  /// The application icon: a clear mountain view that a curling brush turns into paint.
  static final class Emblem {
    private final int size;
    private final int canvasSize;
    private final boolean small;

    Emblem(int size) {
      this.size = size;
      small = size < 48;
      canvasSize = Math.max(1024, size * 4);
    }

    BufferedImage draw() {
      Impasto canvas = new Impasto(canvasSize, canvasSize, 0, Emblem::view);
      Random random = new Random(99);
      double step = small ? 0.10 : 0.055;
      for (double depth = 0.95; depth > -0.01; depth -= step) {
        double width = (small ? 0.17 : 0.115) * (0.7 + 0.5 * depth);
        if (small) {
          sweep(canvas, depth, -0.1, 1.15, width, random);
        } else {
          for (double x = -0.15; x < 1.0; x += 0.19) {
            double from = x + 0.16 * random.nextDouble();
            double at = Math.max(0, depth + 0.018 * random.nextGaussian());
            sweep(canvas, at, from, from + 0.30 + 0.2 * random.nextDouble(), width, random);
          }
        }
      }
      return shape(canvas.varnish());
    }

    /// One stroke of the river of paint, `depth` below its upper bank.
    private void sweep(
        Impasto canvas, double depth, double x0, double x1, double width, Random random) {
      List<double[]> path = new ArrayList<>();
      double s = canvasSize;
      for (double x = x0; x < x1; x += 0.62 / s) {
        path.add(new double[] {x * s, (bank(x) + depth * (1 + 0.25 * Math.sin(4 * x))) * s});
      }
      double[][] heat =
          Rgb.palette(
              0xfff0b8, 0xffcf3f, 0xff962a, 0xf4503a, 0xd42a62, 0x84298c, 0x3a2a86, 0x1c2a72);
      double t = Math.min(1, depth * 1.25) + (small ? 0 : 0.035 * random.nextGaussian());
      double[] second = Rgb.ramp(heat, t + (random.nextBoolean() ? 0.12 : -0.12));
      canvas.stroke(path, width * s, Rgb.ramp(heat, t), second, random.nextInt(9999));
    }

    /// Upper edge of the paint: an S from the lower left to the upper right.
    private static double bank(double x) {
      return 0.86 - 0.56 * x + 0.115 * Math.sin(2 * Math.PI * x);
    }

    /// The untouched view: dusk sky, two hazy ranges and still water.
    private static double[] view(double x, double y) {
      double[][] dusk = Rgb.palette(0x143067, 0x2b6ca6, 0x7fc0cf, 0xffe0b0);
      double[] rgb = Rgb.ramp(dusk, y / 0.72);
      double far = 0.60 - 0.30 * Math.max(0, 1 - Math.abs(x - 0.36) / 0.34);
      far -= 0.025 * Noise.fbm(x * 9, 1, 4, 3);
      double close =
          0.70
              - 0.14 * Math.max(0, 1 - Math.abs(x - 0.70) / 0.5)
              - 0.03 * Noise.fbm(x * 8, 2, 4, 4);
      boolean snow = y < 0.435 + 0.05 * Noise.fbm(x * 22, y * 22, 4, 5);
      double ridge = 0.36 + 0.25 * (y - 0.3) + 0.09 * Noise.fbm(x * 3, y * 16, 3, 6);
      double[] face = Rgb.hex(snow ? 0xf7f3ee : 0x5f88a8);
      face =
          Rgb.mix(face, Rgb.hex(snow ? 0xa9c2da : 0x33608c), Noise.step(ridge, ridge + 0.012, x));
      rgb = Rgb.mix(rgb, face, Noise.step(far - 0.003, far + 0.003, y));
      rgb = Rgb.mix(rgb, Rgb.hex(0x16405c), Noise.step(close - 0.004, close + 0.004, y));
      double shore = Noise.step(0.775, 0.785, y);
      double[] lake = Rgb.mix(Rgb.hex(0x8fd0d4), Rgb.hex(0x0f2f5a), Noise.clamp((y - 0.78) / 0.22));
      return Rgb.mix(rgb, lake, shore);
    }

    /// Shrinks to size and rounds the corners, averaging so that edges stay clean.
    private BufferedImage shape(BufferedImage square) {
      int n = square.getWidth() / size;
      BufferedImage out = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
      double margin = size < 32 ? 0 : 0.03;
      var tile =
          new RoundRectangle2D.Double(margin, margin, 1 - 2 * margin, 1 - 2 * margin, 0.42, 0.42);
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          double[] sum = new double[4];
          for (int j = 0; j < n * n; j++) {
            int px = x * n + j % n;
            int py = y * n + j / n;
            double u = (px + 0.5) / square.getWidth();
            double v = (py + 0.5) / square.getWidth();
            if (tile.contains(u, v)) {
              double[] c = Rgb.hex(square.getRGB(px, py));
              for (int k = 0; k < 3; k++) {
                sum[k] += c[k];
              }
              sum[3]++;
            }
          }
          int alpha = (int) Math.round(255 * sum[3] / (n * n));
          int rgb = alpha == 0 ? 0 : Rgb.pack(sum[0] / sum[3], sum[1] / sum[3], sum[2] / sum[3]);
          out.setRGB(x, y, alpha << 24 | rgb & 0xffffff);
        }
      }
      return out;
    }
  }
}
