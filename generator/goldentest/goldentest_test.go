package goldentest

import "testing"

func TestJSON(t *testing.T) {
	const text = `{"a":[1,2,3,4],"b":[{"c":[[5],[6],[7]],"d":{}},{"e":[]},{"f":[8,9,10]}],"g":11}`
	const want = `{
 "a": [
  1,
  2,
  … 2 more
 ],
 "b": [
  {
   "c": [
    [
     5
    ],
    [
     6
    ],
    … 1 more
   ],
   "d": {}
  },
  {
   "e": []
  },
  … 1 more
 ],
 "g": 11
}
`
	if got := JSON(t, []byte(text), 2); got != want {
		t.Errorf("%s\n%s", FirstDifference(got, want), got)
	}
}
