import java.awt.image.BufferedImage;
import java.util.Random;

/// The photo-like sample: an autumn evening on a mountain lake, ray-traced with real shadows, haze
/// and reflections, then exposed, graded and grained like a camera picture.
final class LakePhoto {
  private static final int SAMPLES = 5;
  private static final double[] EYE = Vec.of(0, 4.2, 0);
  private final LakeGround ground = new LakeGround();
  private final LakeSky sky = new LakeSky();
  private final Crowd crowd = new LakeScenery(ground).crowd;
  private final LakeSurfaces surfaces = new LakeSurfaces(ground, crowd);

  BufferedImage render(int w, int h) {
    float[] film = new float[w * h * 3];
    Rows.inParallel(
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
    double[] rgb = thing ? surfaces.shadeThing(r, at) : surfaces.shadeGround(at, r.far);
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

  /// From light to picture: film response, vignette and grain.
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
