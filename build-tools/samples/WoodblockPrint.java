import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/// Colour woodblock print: flat inks with wiped gradients under a carved dark outline. From far to
/// near: sky, sun, ranges parted by mist, sea stacks, waves and cranes.
final class WoodblockPrint {
  private static final int W = WoodblockPress.W;
  private static final int H = WoodblockPress.H;
  private final WoodblockPress press = new WoodblockPress();
  private final WoodblockMountains mountains = new WoodblockMountains(press);
  private final WoodblockCrags crags = new WoodblockCrags(press);

  BufferedImage print() {
    Area all = new Area(new Rectangle2D.Double(-20, -20, W + 40, H + 40));
    press.ink(all, 0x2e6a8e, 0xf0d9a8, 0, 0, 0.60 * H, 0.95);
    press.fade(all, 0x16335c, 0xf4e2b8, 0, 0, 0.20 * H, 0.85);
    Area sun = new Area(new Ellipse2D.Double(W * 0.50, H * 0.145, W * 0.34, W * 0.34));
    press.ink(sun, 0xd0341f, 0xee8a3c, 1, H * 0.14, H * 0.32, 1);
    press.cut(sun, 5);
    mountains.clouds(0.115, 5, 0xf3e4c4, 0xdcc9a6);
    mountains.range(0.50, 0.19, 0.55, 11, 0x7d9fb0, 0xecd9b2, 60);
    mountains.clouds(0.44, 4, 0xf4e7cc, 0xe8d3ac);
    mountains.range(0.62, 0.17, 1.10, 12, 0x3f6f7c, 0xd9cfa6, 90);
    crags.raise(0.80, 0.27, 0.30, 13);
    mountains.clouds(0.655, 5, 0xf6ecd6, 0xdfd2b4);
    crags.raise(0.17, 0.36, 0.36, 14);
    new WoodblockSea(press).waves();
    new WoodblockCranes(press).fly();
    return press.pull();
  }
}
