
#include <array>
#include <map>
#include <memory>
#include <vector>
#include <string>
#include <set>
#include "TObject.h"
#include "TClonesArray.h"
#include "TObjArray.h"
#include "TLorentzVector.h"
#include "TRef.h"
#include "TRefArray.h"
#include "TBits.h"
#include "TNamed.h"
#include "TTree.h"
#include "TFile.h"
#include "TProcessID.h"
#include <algorithm>
#include "TH1F.h"
#include <cstdio>
enum HKind { kDark = 0, kBright = 3, kOdd = -7 };
struct HPoint { float x, y, z; };
class HHit : public TObject {
public:
  int id = 0; float charge = 0; Double32_t time = 0; HPoint at; int n = 0; float *samples = nullptr; //[n]
  short adc[4] = {0,0,0,0}; std::vector<int> parents; TString name;
  HHit() {}
  ~HHit() { delete[] samples; }
  void set(int i) { id = i; charge = 0.5f * i; time = 1.25 * i; at = {float(i), float(2*i), float(-i)}; n = i % 4; delete[] samples; samples = n ? new float[n] : nullptr;
    for (int k = 0; k < n; k++) samples[k] = i + 0.1f * k; for (int k = 0; k < 4; k++) adc[k] = short(i * k); parents.assign(i % 3, i); name = Form("hit %d", i); }
  ClassDef(HHit, 3)
};
class HEvent {
public:
  int number = 0; HKind kind = kDark; HHit first; HHit *pointed = nullptr; TClonesArray *hits = nullptr; TClonesArray inner; TObjArray any;
  TRef main; TRefArray chosen; TBits bits; TNamed *named = nullptr;
  std::array<double, 3> position; std::map<std::string, std::vector<double>> weights; std::pair<int, float> range; std::vector<TLorentzVector> tracks;
  std::vector<std::vector<HPoint>> groups; std::vector<bool> flags; std::set<int> channels; Long64_t stamps[2]; bool good[3]; char label[8]; unsigned char code = 0; 
  Float16_t packed = 0; //[0,10,12]
  std::unique_ptr<HPoint> owned; std::vector<HPoint*> pointers; std::vector<HKind> kinds; TLorentzVector momentum;
  HEvent() : hits(new TClonesArray("HHit")), inner("HHit") {}
  void set(int i) {
    number = i; kind = i % 2 ? kBright : kOdd; first.set(100 + i); if (!pointed) pointed = new HHit; pointed->set(200 + i);
    hits->Clear("C"); inner.Clear("C"); any.Delete(); chosen.Clear();
    for (int k = 0; k < i % 5; k++) { ((HHit*)hits->ConstructedAt(k))->set(1000 * i + k); ((HHit*)inner.ConstructedAt(k))->set(10 * i + k); any.Add(new TNamed(Form("n%d", k), Form("t%d", i))); }
    if (hits->GetEntriesFast()) { main = hits->At(0); chosen.Add(hits->At(0)); } else main = nullptr;
    bits.ResetAllBits(); bits.SetBitNumber(i % 70); if (!named) named = new TNamed; named->SetName(Form("e%d", i));

    position = {i + 0.5, -i * 1.0, 3.0}; weights.clear(); for (int k = 0; k < i % 3; k++) weights[std::string(1, 'a' + k)] = std::vector<double>(k + 1, i);
    range = {i, i * 0.25f}; tracks.assign(i % 4, TLorentzVector(i, 1, 2, 3)); groups.assign(i % 3, std::vector<HPoint>(2, HPoint{float(i), 1, 2}));
    flags.assign(i % 4, i % 2); channels = {i, i + 5}; stamps[0] = 1LL << 40; stamps[1] = i; for (int k = 0; k < 3; k++) good[k] = (i >> k) & 1;
    std::fill_n(label, 8, 0); snprintf(label, 8, "L%d", i); code = (unsigned char)(250 + i % 6); packed = 0.1f * (i % 100); owned = std::make_unique<HPoint>(HPoint{1, 2, float(i)});
    for (auto p : pointers) delete p; pointers.clear(); for (int k = 0; k < i % 3; k++) pointers.push_back(new HPoint{float(k), float(i), 0}); kinds.assign(i % 3, kBright); momentum.SetPxPyPzE(i, 2, 3, 4);
  }
};
void writeEvents(const char *file, int split, int algorithm, int level, int entries, int basket) {
  TProcessID::SetObjectCount(0);
  TFile f(file, "RECREATE"); f.SetCompressionAlgorithm(algorithm); f.SetCompressionLevel(level);
  TTree t("tree", "events"); HEvent *e = new HEvent; TClonesArray *alone = new TClonesArray("HHit");
  t.Branch("event.", &e, basket, split);
  t.Branch("alone", &alone, basket, split);
  for (int i = 0; i < entries; i++) { e->set(i); alone->Clear("C"); for (int k = 0; k < i % 3; k++) ((HHit*)alone->ConstructedAt(k))->set(i + k); t.Fill(); }
  t.Write(); f.Close();
}
void writeOld(const char *file, int entries, int split) {
  TFile f(file, "RECREATE"); TTree t("tree", "as ROOT 3 made branches");
  TLorentzVector *p = new TLorentzVector; TNamed *n = new TNamed; TClonesArray *c = new TClonesArray("TLorentzVector");
  t.BranchOld("p.", "TLorentzVector", &p, 4000, split); t.BranchOld("n.", "TNamed", &n, 4000, split); t.BranchOld("c", "TClonesArray", &c, 4000, split);
  for (int i = 0; i < entries; i++) { p->SetPxPyPzE(i, 2*i, 3, 4); n->SetNameTitle(Form("n%d", i), "title"); c->Clear("C"); for (int k = 0; k < i % 3; k++) new ((*c)[k]) TLorentzVector(i, k, 1, 2); t.Fill(); }
  t.Write(); f.Close();
}

#ifdef __CLING__
#pragma link C++ class HHit+;
#pragma link C++ class HPoint+;
#pragma link C++ class HEvent+;
#pragma link C++ class std::vector<HPoint>+;
#pragma link C++ class std::vector<std::vector<HPoint>>+;
#pragma link C++ class std::vector<HPoint*>+;
#pragma link C++ class std::map<std::string,std::vector<double>>+;
#pragma link C++ class std::pair<int,float>+;
#pragma link C++ class std::vector<HKind>+;
#endif
