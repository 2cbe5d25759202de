"""Files that ROOT 6.40 writes (pip install root==0.1a12): branches as older and newer experiments have them. Usage: make.py FOLDER"""
import os, sys, warnings
warnings.filterwarnings("ignore")
import ROOT
ROOT.gROOT.SetBatch(True)
ROOT.gROOT.ProcessLine(".L events.C+")

out = sys.argv[1]
os.chdir(out)
ROOT.writeEvents("event-split99.root", 99, 5, 4, 12, 4000)
ROOT.writeEvents("event-split0.root", 0, 4, 4, 12, 4000)
for algo, name in ((3, "cs"), (2, "lzma")):
    ROOT.writeEvents(f"event-{name}.root", 99, algo, 6, 12, 4000)
ROOT.writeOld("branch-object-split.root", 12, 1)
ROOT.writeOld("branch-object.root", 12, 0)
